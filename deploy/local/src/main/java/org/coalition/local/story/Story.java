package org.coalition.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import org.coalition.local.identity.TokenClient;
import org.coalition.local.process.StackFailure;
import org.coalition.local.stack.Stack;

/** Loads the London story through the gateway as the local clients; loads nothing twice. */
public final class Story {
    private final Api api;

    public Story(Stack stack) {
        this(stack.gatewayUrl(), new TokenClient(stack.issuer()));
    }

    public Story(String gateway, TokenClient tokens) {
        this.api = new Api(gateway, tokens);
    }

    /** What was done, in a word or two. */
    public String loadIfAbsent() {
        try {
            JsonNode decision = new MeetingChapter(api).tell();
            new InitiativesChapter(api).tell(decision.path("id").asText());
        } catch (Api.Refused e) {
            throw new StackFailure("the London story stopped: " + e.getMessage(), e);
        }
        return api.changes() == 0 ? "is there" : "loaded";
    }
}
