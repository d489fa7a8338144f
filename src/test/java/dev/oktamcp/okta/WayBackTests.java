package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What a human is told of undoing is true of each kind of change, or nothing.
@ServerTest
class WayBackTests {

    private final Operations operations;
    private final WayBack back;

    WayBackTests(@Autowired Operations operations) {
        this.operations = operations;
        this.back = new WayBack(operations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deleteGroup | What is removed does not come back; at most it can be made anew.",
                "revokeUserSessions"
                        + "| What is removed does not come back; at most it can be made anew.",
                "unassignUserFromGroup"
                        + "| It can be linked again; what was set with the link is lost.",
                "unassignRoleFromUser"
                        + "| It can be linked again; what was set with the link is lost.",
                "replaceUser | The old values can be set again, as far as Okta shows them.",
                "updateUser | The old values can be set again, as far as Okta shows them.",
                "assignUserToGroup | There is a call for the opposite: unassignUserFromGroup.",
                "assignRoleToUser | There is a call for the opposite: unassignRoleFromUser.",
                "addGroup | There is a call for the opposite: deleteGroup.",
                "createRolePermission | There is a call for the opposite: deleteRolePermission.",
                "suspendUser | There is a call for the opposite: unsuspendUser.",
                "activateApplication | There is a call for the opposite: deactivateApplication.",
                "deactivateApplication | There is a call for the opposite: activateApplication."
                        + " What is cut off meanwhile does not all come back.",
                "deactivateEventHook | There is a call for the opposite: activateEventHook.",
                "unpublishRequestType | There is a call for the opposite: publishRequestType.",
                "resetFactors | Okta has no call that takes it back.",
                "rotateAuthorizationServerKeys | Okta has no call that takes it back."
            })
    void isToldWhereItIsSure(String operation, String sentence) {
        assertThat(back.from(operations.require(operation))).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "changePassword",
        "sendTestEmail",
        "upsertCertificate",
        "createChildOrg",
        "launchCampaign",
        "submitCampaignBulkDecisions",
        "uploadIdentitySourceDataForDelete",
        "updatePrincipalAssignment",
        "uploadBrandThemeLogo",
        "uploadBrandThemeFavicon",
        "uploadBrandThemeBackgroundImage"
    })
    void isNotToldWhereItIsNot(String operation) {
        assertThat(back.from(operations.require(operation))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "assignGroupToApplication, unassignApplicationFromGroup",
        "linkUserToIdentityProvider, unlinkUserFromIdentityProvider"
    })
    void ofWhatWasNotThereIsToTakeItAway(String operation, String opposite) {
        assertThat(back.fromMaking(operations.require(operation)))
                .isEqualTo("There is a call for the opposite: %s.".formatted(opposite));
    }
}
