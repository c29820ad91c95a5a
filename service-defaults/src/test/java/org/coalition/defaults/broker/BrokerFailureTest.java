package org.coalition.defaults.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
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
    }

    @Test
    void whatIsNoMatterOfSettingsIsToldAsItIs() {
        assertEquals("the disk is full", BrokerFailure.told(new KafkaException("the disk is full")));
    }
}
