package org.coalition.defaults.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The need-to-know rule of a top-level resource: its visibility and, if RESTRICTED, the parties that may know of it.
 * What a caller may not see does not exist for it: 404, and absent from lists, totals and traces.
 */
@Embeddable
public class Audience {
    /**
     * The same rule as an HQL predicate, for the lists: {@code %1$s} is the path of the audience. Needs the parameter
     * {@code party} ({@link Caller#partyOrNone()}).
     */
    private static final String HQL = "(%1$s.visibility = PUBLIC or (%1$s.visibility = COALITION and :party <> '"
            + Caller.NO_PARTY + "')" + " or (%1$s.visibility = RESTRICTED and array_contains(%1$s.parties, :party)))";

    @Enumerated(EnumType.STRING)
    @Column(name = "visibility", nullable = false)
    private Visibility visibility;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "visible_to", nullable = false)
    private String[] parties;

    protected Audience() {}

    private Audience(Visibility visibility, Collection<String> parties) {
        this.visibility = visibility;
        this.parties = new TreeSet<>(parties).toArray(String[]::new);
    }

    /**
     * An audience.
     *
     * @param listed the parties of a RESTRICTED resource; ignored otherwise
     * @param always the parties that run the resource and so see it in any case
     */
    public static Audience of(Visibility visibility, Collection<String> listed, Collection<String> always) {
        if (visibility != Visibility.RESTRICTED) {
            return new Audience(visibility, List.of());
        }
        TreeSet<String> parties = new TreeSet<>(listed);
        parties.addAll(always);
        return new Audience(visibility, parties);
    }

    public Visibility visibility() {
        return visibility;
    }

    /** The listed parties in alphabetical order; empty unless RESTRICTED. */
    public List<String> parties() {
        return List.of(parties);
    }

    /** Whether this caller may know of the resource. */
    public boolean includes(Caller caller) {
        return switch (visibility) {
            case PUBLIC -> true;
            case COALITION -> caller.speaksForParty();
            case RESTRICTED -> parties().contains(caller.partyOrNone());
        };
    }

    /** Whether all who may know of a resource with that other audience may know of this one too. */
    public boolean covers(Audience other) {
        return switch (visibility) {
            case PUBLIC -> true;
            case COALITION -> other.visibility != Visibility.PUBLIC;
            case RESTRICTED ->
                other.visibility == Visibility.RESTRICTED && parties().containsAll(other.parties());
        };
    }

    /** The rule as an HQL predicate over the audience at this path. */
    public static String hql(String path) {
        return HQL.formatted(path);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Audience that
                && visibility == that.visibility
                && parties().equals(that.parties());
    }

    @Override
    public int hashCode() {
        return 31 * visibility.hashCode() + parties().hashCode();
    }
}
