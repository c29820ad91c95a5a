package org.coalition.gateway.contract;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the contract is, and who issues the tokens that it speaks of. */
@ConfigMapping(prefix = "coalition.contract")
public interface ContractConfig {
    /** The merged contract on the class path. */
    String resource();

    /** The issuer; its discovery document tells the addresses that go into the contract. */
    String issuer();

    /** A client id that the docs page fills in for the visitor, for demonstrations. */
    Optional<String> docsClientId();
}
