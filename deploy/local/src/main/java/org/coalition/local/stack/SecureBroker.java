package org.coalition.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** A broker that talks TLS only, knows each client by its password (SCRAM), and lets it do what its user may do. */
final class SecureBroker {
    static final String ADMIN = "admin";

    private static final String MECHANISM = ScramMechanism.SCRAM_SHA_512.mechanismName();
    private static final int ITERATIONS = 4096;
    private static final int PATIENCE_SECONDS = 30;

    private final Stack stack;
    private final Certificates certificates;

    SecureBroker(Stack stack) {
        this.stack = stack;
        this.certificates = Certificates.of(stack);
    }

    void secure(Properties settings) {
        Ports ports = stack.ports();
        settings.setProperty(
                "listeners",
                "SASL_SSL://127.0.0.1:" + ports.kafka() + ",CONTROLLER://127.0.0.1:" + ports.kafkaController());
        settings.setProperty("advertised.listeners", "SASL_SSL://localhost:" + ports.kafka());
        settings.setProperty("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:SSL");
        settings.setProperty("inter.broker.listener.name", "SASL_SSL");
        settings.setProperty("ssl.keystore.type", "PEM");
        settings.setProperty("ssl.keystore.location", certificates.whole().toString());
        settings.setProperty("ssl.truststore.type", "PEM");
        settings.setProperty("ssl.truststore.location", certificates.authority().toString());
        settings.setProperty("sasl.enabled.mechanisms", MECHANISM);
        settings.setProperty("sasl.mechanism.inter.broker.protocol", MECHANISM);
        settings.setProperty("listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", login(ADMIN));
        // The controller knows no passwords: whoever has the servers' certificate is the broker.
        settings.setProperty("listener.name.controller.ssl.client.auth", "required");
        settings.setProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.setProperty("super.users", "User:" + ADMIN + ";User:CN=localhost");
    }

    /** The file with the password of the user that is there before all others. */
    Path adminPassword() {
        RandomKey.in(passwordFile(ADMIN));
        return passwordFile(ADMIN);
    }

    /** Makes users and rules what the manifests say; a rule that they no longer have goes. */
    void admit(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        List<UserScramCredentialAlteration> passwords = new ArrayList<>();
        List<AclBinding> rules = new ArrayList<>();
        for (KafkaUser user : KafkaUser.all()) {
            passwords.add(new UserScramCredentialUpsertion(
                    user.name(),
                    new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                    password(user.name())));
            rules.addAll(user.rules());
        }
        admin.alterUserScramCredentials(passwords).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<AclBindingFilter> others =
                admin.describeAcls(AclBindingFilter.ANY).values().get(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
                        .filter(rule -> !rules.contains(rule))
                        .map(AclBinding::toFilter)
                        .toList();
        admin.deleteAcls(others).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        admin.createAcls(rules).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What a client of Kafka is told beside the address, but for the login, which is a secret. */
    Map<String, String> client() {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                MECHANISM,
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificates.authority().toString());
    }

    /** The setting {@code sasl.jaas.config} of a user. */
    String login(String user) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password(user));
    }

    private String password(String user) {
        return RandomKey.in(passwordFile(user)).text();
    }

    private Path passwordFile(String user) {
        return stack.secrets().resolve("kafka").resolve(user);
    }
}
