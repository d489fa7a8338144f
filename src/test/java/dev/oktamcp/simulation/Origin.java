package dev.oktamcp.simulation;

/// Where a log event comes from.
///
/// @param transactionId the request id, which all events of one request share
/// @param apiTokenId the metadata id of the token, empty for a person in a browser
record Origin(
        String transactionId,
        String requestUri,
        String userAgent,
        String ipAddress,
        Place place,
        String apiTokenId) {}
