package org.coalition.gateway.endpoint;

/** Why an endpoint gave no answer, in words for its owner that tell nothing of our network. */
public enum Failure {
    NAME("Its name leads nowhere."),
    ADDRESS("Its name leads to an address that is not public."),
    CONNECTION("No connection came about, or it broke."),
    TLS("Its certificate is not one that is trusted for its name."),
    TIMEOUT("It did not answer in time."),
    ANSWER("Its answer is no HTTP/1.1.");

    private final String words;

    Failure(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
