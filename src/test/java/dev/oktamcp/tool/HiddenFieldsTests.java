package dev.oktamcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

class HiddenFieldsTests {

    private final HiddenFields hidden = HiddenFields.of(Set.of("Salary", "title"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.salary > 1",
                "user.SALARY",
                "user . \n salary",
                "user?.salary",
                "user[\"salary\"]",
                "user[ 'salary' ]",
                "user[salary]",
                "user.getInternalProperty(\"salary\")",
                "user.getInternalProperty( 'Salary' )",
                "user.getSalary()",
                "String.len(appuser.salary)",
                "${source.salary}",
                "<a href=\"${user.profile.salary}\">",
                "$!user.salary@example.com",
                "$user.get(\\\"salary\\\")",
                "/profile/salary",
                "user.\u200bsalary",
                "user.\uff53alary",
                "user.\u017falary",
                "user.salary-1"
            })
    void aReferenceInAnyFormIsSeen(String text) {
        assertThat(hidden.readBy(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The salary of everybody",
                "user.salaryBand",
                "user.basesalary",
                "ada.title@example.com",
                "user.login == \"ada.title@example.com\"",
                "Ada <ada.title@example.com>, grace.salary@example.com",
                "https://example.com/x",
                "",
                "title"
            })
    void whatRefersToSomethingElseIsLetThrough(String text) {
        assertThat(hidden.readBy(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salary",
                "profile:(firstName,salary)",
                "not (profile.salary pr)",
                "urn:okta:schemas:user:salary gt 1",
                "profile[salary gt 1]",
                "status eq \"ACTIVE\" and profile.salary gt \"1\"",
                "\"salary\" gt 1",
                "\"profile.salary\" pr",
                "profile.city eq 'a\"' or profile.salary gt 1 or profile.city eq '\"'",
                "profile.city eq \"a\\\" or profile.salary gt 1 or profile.city eq \\\"\"",
                "profile.city eq \"a\uff02\" or profile.salary gt 1 or profile.city eq \"\uff02b\"",
                "profile.city eq \" or profile.salary gt 1"
            })
    void aQueryThatUsesOneIsSeen(String query) {
        assertThat(hidden.usedBy(query)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile.department eq \"Salary\"",
                "profile.city eq \"The title \" and status eq \"ACTIVE\"",
                "profile.login eq \"ada.title@example.com\"",
                "profile.salaryBand eq \"A\"",
                "profile.lastName eq \"O'Brien\""
            })
    void aQueryMayHoldTheWordAsAValue(String query) {
        assertThat(hidden.usedBy(query)).isEmpty();
    }

    @Test
    void nothingHiddenIsNothingRead() {
        assertThat(HiddenFields.of(Set.of()).usedBy("profile.salary pr")).isEmpty();
    }
}
