package org.coalition.defaults.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may know of a top-level resource and of all that belongs to it. */
@Schema(description = "PUBLIC: anybody. COALITION: any party. RESTRICTED: the parties listed in visibleTo only.")
public enum Visibility {
    PUBLIC,
    COALITION,
    RESTRICTED
}
