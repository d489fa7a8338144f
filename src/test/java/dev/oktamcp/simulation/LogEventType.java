package dev.oktamcp.simulation;

/// The System Log event types that the simulation writes.
enum LogEventType {
    SESSION_START("user.session.start", "Sign-in to Okta"),
    SINGLE_SIGN_ON("user.authentication.sso", "Single sign-on to an app"),
    MULTIFACTOR("user.authentication.auth_via_mfa", "Sign-in with a further factor"),
    SIGN_ON_POLICY("policy.evaluate_sign_on", "Sign-on policy evaluated"),
    ACCOUNT_LOCK("user.account.lock", "Account locked"),
    PROFILE_UPDATE("user.account.update_profile", "User profile changed"),
    PASSWORD_RESET("user.account.reset_password", "Password reset by an administrator"),
    PASSWORD_CHANGE("user.account.update_password", "Password changed"),
    USER_TYPE_CHANGE("user.account.update_user_type", "User type changed"),
    PASSWORD_EXPIRE("user.account.expire_password", "Password expired by an administrator"),
    ACCOUNT_UNLOCK("user.account.unlock_by_admin", "Account unlocked by an administrator"),
    PRIVILEGE_GRANT("user.account.privilege.grant", "Admin role given to a user"),
    PRIVILEGE_REVOKE("user.account.privilege.revoke", "Admin role taken from a user"),
    GROUP_PRIVILEGE_GRANT("group.privilege.grant", "Admin role given to a group"),
    GROUP_PRIVILEGE_REVOKE("group.privilege.revoke", "Admin role taken from a group"),
    SESSION_END("user.session.end", "Session ended"),
    SESSION_CLEAR("user.session.clear", "All sessions of a user ended"),
    FACTOR_ENROLL("user.mfa.factor.update", "Factor enrolled, not yet activated"),
    FACTOR_ACTIVATE("user.mfa.factor.activate", "Factor activated"),
    FACTOR_DEACTIVATE("user.mfa.factor.deactivate", "Factor deactivated"),
    FACTORS_RESET("user.mfa.factor.reset_all", "All factors of a user reset"),
    USER_REACTIVATE("user.lifecycle.reactivate", "User reactivated"),
    USER_DELETE_INITIATED("user.lifecycle.delete.initiated", "Deletion of a user begun"),
    USER_DELETE_COMPLETED("user.lifecycle.delete.completed", "Deletion of a user completed"),
    GROUP_CREATE("group.lifecycle.create", "Group created"),
    GROUP_DELETE("group.lifecycle.delete", "Group deleted"),
    GROUP_UPDATE("group.profile.update", "Group profile changed"),
    RULE_CREATE("policy.rule.add", "Rule created"),
    RULE_UPDATE("policy.rule.update", "Rule changed"),
    RULE_ACTIVATE("policy.rule.activate", "Rule activated"),
    RULE_DEACTIVATE("policy.rule.deactivate", "Rule deactivated"),
    RULE_DELETE("policy.rule.delete", "Rule deleted"),
    GROUP_RULE_ACTIVATE("group.user_membership.rule.trigger", "Group rule activated"),
    GROUP_RULE_DEACTIVATE("group.user_membership.rule.deactivated", "Group rule deactivated"),
    GROUP_RULE_INVALIDATE("group.user_membership.rule.invalidate", "Group rule became invalid"),
    APP_CREATE("application.lifecycle.create", "Application created"),
    APP_UPDATE("application.lifecycle.update", "Application changed"),
    APP_POLICY("application.policy.sign_on.update", "Policy of an application changed"),
    APP_ACTIVATE("application.lifecycle.activate", "Application activated"),
    APP_DEACTIVATE("application.lifecycle.deactivate", "Application deactivated"),
    APP_DELETE("application.lifecycle.delete", "Application deleted"),
    APP_USER_ADD("application.user_membership.add", "User assigned to an application"),
    APP_USER_UPDATE("application.user_membership.update", "Assignment of a user changed"),
    APP_USER_REMOVE("application.user_membership.remove", "User taken off an application"),
    APP_GROUP_ADD("group.application_assignment.add", "Group assigned to an application"),
    APP_GROUP_REMOVE("group.application_assignment.remove", "Group taken off an application"),
    POLICY_CREATE("policy.lifecycle.create", "Policy created"),
    POLICY_UPDATE("policy.lifecycle.update", "Policy changed"),
    POLICY_ACTIVATE("policy.lifecycle.activate", "Policy activated"),
    POLICY_DEACTIVATE("policy.lifecycle.deactivate", "Policy deactivated"),
    POLICY_DELETE("policy.lifecycle.delete", "Policy deleted"),
    ZONE_CREATE("zone.create", "Network zone created"),
    ZONE_UPDATE("zone.update", "Network zone changed"),
    ZONE_ACTIVATE("zone.activate", "Network zone activated"),
    ZONE_DEACTIVATE("zone.deactivate", "Network zone deactivated"),
    ZONE_DELETE("zone.delete", "Network zone deleted"),
    IAM_ROLE_CREATE("iam.role.create", "Custom role created"),
    IAM_ROLE_UPDATE("iam.role.update", "Custom role changed"),
    IAM_ROLE_DELETE("iam.role.delete", "Custom role deleted"),
    IAM_PERMISSION_ADD("iam.role.permissions.add", "Permission added to a custom role"),
    IAM_PERMISSION_DELETE("iam.role.permissions.delete", "Permission taken from a custom role"),
    IAM_CONDITION_ADD("iam.role.permission.conditions.add", "Permission of a role limited"),
    RESOURCE_SET_CREATE("iam.resourceset.create", "Resource set created"),
    RESOURCE_SET_UPDATE("iam.resourceset.update", "Resource set changed"),
    RESOURCE_SET_DELETE("iam.resourceset.delete", "Resource set deleted"),
    RESOURCE_ADD("iam.resourceset.resources.add", "Resources added to a set"),
    RESOURCE_DELETE("iam.resourceset.resources.delete", "Resource taken from a set"),
    BINDING_ADD("iam.resourceset.bindings.add", "Role on a resource set given"),
    BINDING_DELETE("iam.resourceset.bindings.delete", "Role on a resource set taken back"),
    CAMPAIGN_CREATE("certification.campaign.create", "Campaign created"),
    CAMPAIGN_LAUNCH("certification.campaign.launch", "Campaign launched"),
    CAMPAIGN_CLOSE("certification.campaign.close", "Campaign ended"),
    CAMPAIGN_UPDATE("certification.campaign.update", "Reviews of a campaign reassigned"),
    CAMPAIGN_DELETE("certification.campaign.delete", "Campaign deleted"),
    GOVERNANCE_ENABLE("resource.governance_engine.enable", "Entitlement management switched on"),
    GOVERNANCE_DISABLE("resource.governance_engine.disable", "Entitlement management switched off"),
    ENTITLEMENT_CREATE("resource.entitlement.create", "Entitlement created"),
    ENTITLEMENT_UPDATE("resource.entitlement.update", "Entitlement changed"),
    ENTITLEMENT_DELETE("resource.entitlement.delete", "Entitlement deleted"),
    BUNDLE_CREATE("resource.entitlement_bundle.create", "Entitlement bundle created"),
    BUNDLE_UPDATE("resource.entitlement_bundle.update", "Entitlement bundle changed"),
    BUNDLE_DELETE("resource.entitlement_bundle.delete", "Entitlement bundle deleted"),
    USER_ENTITLEMENTS("resource.user_entitlements.update", "Entitlements of a user changed"),
    USER_CREATE("user.lifecycle.create", "User created"),
    USER_ACTIVATE("user.lifecycle.activate", "User activated"),
    USER_DEACTIVATE("user.lifecycle.deactivate", "User deactivated"),
    USER_SUSPEND("user.lifecycle.suspend", "User suspended"),
    USER_UNSUSPEND("user.lifecycle.unsuspend", "User unsuspended"),
    TOKEN_GRANT("app.oauth2.token.grant.access_token", "OAuth2 access token is granted"),
    MEMBER_ADD("group.user_membership.add", "User added to a group"),
    MEMBER_REMOVE("group.user_membership.remove", "User removed from a group");

    private final String id;
    private final String message;

    LogEventType(String id, String message) {
        this.id = id;
        this.message = message;
    }

    String id() {
        return id;
    }

    String message() {
        return message;
    }
}
