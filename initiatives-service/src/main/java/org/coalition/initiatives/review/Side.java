package org.coalition.initiatives.review;

import org.coalition.defaults.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The two sides from which a review is signed off, each with the role that speaks for it. */
@Schema(name = "ReviewSide")
enum Side {
    MILITARY(Roles.OVERSEER_MILITARY),
    DIPLOMATIC(Roles.OVERSEER_DIPLOMATIC);

    private final String role;

    Side(String role) {
        this.role = role;
    }

    String role() {
        return role;
    }
}
