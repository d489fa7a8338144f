package dev.oktamcp.rest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class GivenTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b", "a b", "a\"b", "profile.salary", "Profile.Salary"})
    void refusesWhatIsNoNameOfAnAttribute(String name) {
        assertThatThrownBy(() -> Given.attributes(List.of(name), "hidden_fields"))
                .isInstanceOf(RestException.class)
                .hasMessageContaining("mobilePhone");
    }
}
