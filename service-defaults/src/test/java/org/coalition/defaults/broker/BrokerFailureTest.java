package org.coalition.defaults.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class BrokerFailureTest {
    @Test
    void theCauseIsToldWithTheSettingToLookAt() {
        assertEquals(
                "invalid credentials. Kafka does not know this user or refuses its password: see kafka.sasl.jaas.config",
                BrokerFailure.told(new KafkaException(
                        "Failed to construct", new SaslAuthenticationException("invalid credentials"))));
        assertEquals(
                "not for you. Kafka knows this user and does not let it: see its access rules",
                BrokerFailure.told(new TopicAuthorizationException("not for you")));
        assertEquals(
                "no answer within 4 s. Is Kafka there (kafka.bootstrap.servers), does it answer, and does it expect what"
                        + " kafka.security.protocol says?",
                BrokerFailure.told(new TimeoutException("no answer within 4 s", new IllegalStateException())));
    }

    @Test
    void whatIsNoMatterOfSettingsIsToldAsItIs() {
        assertEquals("the disk is full", BrokerFailure.told(new KafkaException("the disk is full")));
    }
}
