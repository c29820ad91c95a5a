package org.coalition.defaults.inbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource of another service, as that service last announced it.
 *
 * @param subject its path
 * @param noun its kind, in kebab case
 * @param key the id of the root to whose stream it belongs
 * @param sequence its version
 * @param data the resource as the other service's API shows it
 */
public record Copy(String subject, String noun, String key, long sequence, JsonNode data) {}
