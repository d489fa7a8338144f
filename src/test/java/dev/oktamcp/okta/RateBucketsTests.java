package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

class RateBucketsTests {

    private final Operations operations = new Operations(JsonMapper.shared());
    private final RateBuckets buckets = new RateBuckets(JsonMapper.shared());

    RateBucketsTests() throws IOException {}

    @ParameterizedTest
    @CsvSource({
        "listUsers, users",
        "getUser, user-read",
        "listUserGroups, v1/users",
        "suspendUser, v1/users",
        "listGroups, groups",
        "listGroupUsers, groups",
        "assignUserToGroup, groups",
        "listLogEvents, logs"
    })
    void anOperationDrawsOnTheBucketOfItsPath(String operation, String bucket) {
        assertThat(buckets.of(operations.require(operation))).isEqualTo(bucket);
    }
}
