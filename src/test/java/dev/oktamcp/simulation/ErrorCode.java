package dev.oktamcp.simulation;

/// Okta's error codes, as far as the simulation answers with them; `{0}` is filled in.
enum ErrorCode {
    E0000001(400, "Api validation failed: {0}"),
    E0000003(400, "The request body was not well-formed."),
    E0000006(403, "You do not have permission to perform the requested action"),
    E0000007(404, "Not found: {0}"),
    E0000008(404, "The requested path was not found"),
    E0000009(500, "Internal Server Error"),
    E0000010(503, "Service is in read only mode"),
    E0000011(401, "Invalid token provided"),
    E0000014(403, "Update of credentials failed"),
    E0000016(403, "Activation failed because the user is already active"),
    E0000022(405, "The endpoint does not support the provided HTTP method"),
    E0000028(400, "The request is missing a required parameter."),
    E0000029(400, "Invalid paging request."),
    E0000030(
            400,
            "Bad request. Invalid date. Dates must be of the form yyyy-MM-dd'T'HH:mm:ss.SSSZZ, e.g."
                    + " 2013-01-01T12:00:00.000-07:00."),
    E0000031(400, "Invalid search criteria."),
    E0000032(403, "Unlock is not allowed for this user."),
    E0000033(400, "Bad request. Can't specify a search query and filter in the same request."),
    E0000034(403, "Forgot password not allowed on specified user."),
    E0000038(403, "This operation is not allowed in the user's current status."),
    E0000047(429, "API call exceeded rate limit due to too many requests."),
    E0000053(400, "Invalid SCIM filter."),
    E0000056(403, "Delete application forbidden."),
    E0000060(501, "Unsupported operation."),
    E0000062(409, "The specified user is already assigned to the application."),
    E0000068(403, "Invalid Passcode/Answer"),
    E0000080(
            403,
            "The password does not meet the complexity requirements of the current password"
                    + " policy."),
    E0000090(409, "The role specified is already assigned to the user."),
    E0000091(400, "The provided role type was not the same as required role type."),
    E0000093(400, "Target count limit exceeded"),
    E0000117(403, "The user is inactive."),
    E0000124(
            400,
            "Could not create user. To create a user and expire their password immediately, a"
                    + " password must be specified"),
    E0000125(
            400,
            "Could not create user. To create a user and expire their password immediately,"
                    + " \"activate\" must be true"),
    E0000161(403, "Unique domain name required."),
    E0000163(404, "Domain ID not found."),
    E0000165(403, "Domain not verified."),
    E0000182(409, "A default email template customization already exists."),
    E0000183(409, "An email template customization for that language already exists."),
    E0000184(409, "A default email template customization can't be deleted."),
    E0000185(
            409,
            "The isDefault parameter of the default email template customization can't be set to"
                    + " false."),
    E0000189(422, "This template does not support the recipients value."),
    E0000192(400, "Roles cannot be granted to groups with group membership rules. {0}"),
    E0000195(409, "Api validation failed due to conflict: {0}"),
    E0000197(409, "Unique email domain name required."),
    E0000198(404, "Email domain not found."),
    E0000200(409, "A default brand cannot be deleted."),
    E0000201(409, "A brand associated with a custom domain or email doamin cannot be deleted."),
    E0000202(409, "Brand name already exists."),
    E0000211(400, "Roles cannot be granted to built-in groups: {0}"),
    E0000213(403, "Cannot update page content for the default brand."),
    E0000217(400, "Invalid status. Cannot validate email domain in current status."),
    E0000218(400, "Email domain could not be verified by mail provider."),
    E0000220(403, "Brand count limit reached."),
    E0000231(412, "ETag value doesn't match."),
    E0000242(400, "ETag syntax is invalid.");

    private final int status;
    private final String summary;

    ErrorCode(int status, String summary) {
        this.status = status;
        this.summary = summary;
    }

    int status() {
        return status;
    }

    String summary(String detail) {
        return summary.replace("{0}", detail);
    }
}
