package org.coalition.local.stack;

import org.coalition.local.identity.TokenClient;

/** Who issues the tokens of a set. */
public interface Issuer extends Component {
    /** For tokens of the local clients. */
    TokenClient tokens();
}
