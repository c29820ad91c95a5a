package org.coalition.defaults.identity;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.coalition.defaults.problem.NotAllowed;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is asking. The token's claim {@code party} says for which party the caller speaks, its {@code roles} say what it
 * may do. A caller without a token is anonymous and sees what is PUBLIC.
 */
@RequestScoped
public class Caller {
    /** No party has this code, so that a caller without a party matches no list of parties. */
    public static final String NO_PARTY = "-";

    private final CurrentIdentityAssociation association;
    private SecurityIdentity identity;

    Caller(CurrentIdentityAssociation association) {
        this.association = association;
    }

    /** The party for which the caller speaks, or {@link #NO_PARTY}. */
    public String partyOrNone() {
        return !anonymous() && identity().getPrincipal() instanceof JsonWebToken token
                ? token.claim("party")
                        .filter(party -> party instanceof String text && !text.isBlank())
                        .map(String.class::cast)
                        .orElse(NO_PARTY)
                : NO_PARTY;
    }

    /**
     * The party for which the caller speaks.
     *
     * @throws NotAllowed 403 if the token names none
     */
    public String party() {
        if (!speaksForParty()) {
            throw new NotAllowed("Your token speaks for no party; use one that carries the claim 'party'.");
        }
        return partyOrNone();
    }

    /** Whether the caller speaks for a party: what is for the coalition is for its parties, not for whoever has a token. */
    public boolean speaksForParty() {
        return !partyOrNone().equals(NO_PARTY);
    }

    /** The subject of the token, for the audit trail; {@code anonymous} without one. */
    public String subject() {
        return anonymous()
                ? "anonymous"
                : identity().getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                        ? token.getSubject()
                        : identity().getPrincipal().getName();
    }

    private boolean anonymous() {
        return identity().isAnonymous();
    }

    public Set<String> roles() {
        return identity().getRoles();
    }

    private SecurityIdentity identity() {
        if (identity == null) {
            identity = association.getIdentity();
        }
        return identity;
    }
}
