package org.coalition.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void theyAreThoseThatComposeMounts() throws IOException {
        Path secrets = Secrets.in(folder.resolve("secrets"));
        try (Stream<Path> files = Files.list(secrets)) {
            Compose compose = Compose.read();
            Set<String> mounted = Stream.concat(
                            Compose.elements(compose.model().path("secrets"))
                                    .map(secret -> secret.path("file").asText()),
                            compose.secretFolders())
                    .map(file -> Path.of(file).getFileName().toString())
                    .collect(Collectors.toSet());
            assertEquals(
                    mounted, files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void nobodyElseIsLetIn() throws IOException {
        Path secrets = Secrets.in(folder.resolve("secrets"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)));
    }

    @Test
    void theSealKeysAreOnePairAndEachServiceHasItsOwn() throws Exception {
        Path secrets = Secrets.in(folder.resolve("secrets"));
        TreeSet<String> different = new TreeSet<>();
        for (String name : Service.NAMES) {
            Path own = secrets.resolve(name);
            String signing = Files.readString(own.resolve("audit.signing-key"));
            assertTrue(signs(signing, Files.readString(own.resolve("audit.verification-keys"))));
            String password =
                    Files.readString(own.resolve("quarkus.datasource.password")).strip();
            assertTrue(Files.readString(secrets.resolve("databases.sql")).contains("PASSWORD '" + password + "'"));
            different.addAll(Set.of(signing, password));
        }
        assertEquals(6, different.size());
    }

    @Test
    void whatIsThereStays() throws IOException {
        Path gateway = Secrets.in(folder.resolve("secrets")).resolve("gateway/coalition.events.key");
        String first = Files.readString(gateway);
        assertEquals(folder.resolve("secrets"), Secrets.in(folder.resolve("secrets")));
        assertEquals(first, Files.readString(gateway));
    }

    @Test
    void gitAndTheImagesDoNotSeeThem() throws IOException {
        for (String file : new String[] {"../../.gitignore", "../../.dockerignore"}) {
            assertTrue(Files.readAllLines(Path.of(file)).contains("/deploy/images/secrets/"), file);
        }
    }

    private static boolean signs(String signing, String verification) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        PrivateKey secret =
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(signing)));
        PublicKey open =
                keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(verification)));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(secret);
        signature.update(new byte[] {1, 2, 3});
        byte[] seal = signature.sign();
        signature.initVerify(open);
        signature.update(new byte[] {1, 2, 3});
        return signature.verify(seal);
    }
}
