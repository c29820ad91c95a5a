package org.coalition.gateway.delivery;

import org.coalition.gateway.events.LoggedEvent;

/**
 * What is sent to an endpoint.
 *
 * @param id of the event, the {@code webhook-id} of all attempts
 * @param body as JSON, in structured mode
 */
record Message(String id, String type, String subject, byte[] body) {
    static Message of(LoggedEvent event) {
        return new Message(event.id(), event.type(), event.subject(), event.json());
    }
}
