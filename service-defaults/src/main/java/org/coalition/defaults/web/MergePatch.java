package org.coalition.defaults.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.coalition.defaults.problem.JsonFaults;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;

/** JSON Merge Patch (RFC 7396): the body of every PATCH. */
@Singleton
public class MergePatch {
    /** The media type of a merge patch, and the value of {@code Accept-Patch}. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * What a resource's editable part looks like after the patch: a whole new request record, checked like any other.
     *
     * @param current the editable part as it is
     * @throws Malformed 400 if the patch is no object or names what cannot be edited
     * @throws ConstraintViolationException 422 if the result breaks a constraint
     */
    @SuppressWarnings("unchecked")
    public <T extends Record> T apply(T current, JsonNode patch) {
        if (patch == null || !patch.isObject()) {
            throw new Malformed(Fault.at("", "not-an-object", "A merge patch of this resource is a JSON object."));
        }
        T patched;
        try {
            patched = (T) json.treeToValue(merge(json.valueToTree(current), patch), current.getClass());
        } catch (JsonProcessingException unreadable) {
            throw JsonFaults.of(unreadable);
        }
        var violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return patched;
    }

    /** The algorithm of RFC 7396, section 2. */
    static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target != null && target.isObject()
                ? ((ObjectNode) target).deepCopy()
                : JsonNodeFactory.instance.objectNode();
        patch.propertyStream().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merge(result.get(field.getKey()), field.getValue()));
            }
        });
        return result;
    }
}
