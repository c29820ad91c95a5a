package org.coalition.meetings.agenda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where an item stands: among those of its level, and by its number in the whole agenda. */
record Place(int position, String number) {
    /** The places of all items of an agenda in a new order; each stays below the item that it is below. */
    static Map<UUID, Place> of(List<AgendaItem> items, List<UUID> order) {
        Map<UUID, AgendaItem> byId = items.stream().collect(Collectors.toMap(AgendaItem::id, Function.identity()));
        Map<UUID, Integer> taken = new HashMap<>();
        Map<UUID, Integer> positions = new HashMap<>();
        order.forEach(id -> positions.put(id, taken.merge(byId.get(id).parentId(), 1, Integer::sum)));
        Map<UUID, Place> places = new HashMap<>();
        order.forEach(id -> places.put(id, new Place(positions.get(id), number(byId.get(id), byId, positions))));
        return places;
    }

    private static String number(AgendaItem item, Map<UUID, AgendaItem> byId, Map<UUID, Integer> positions) {
        String parent = item.parentId() == null ? null : number(byId.get(item.parentId()), byId, positions);
        return AgendaNumber.under(parent, positions.get(item.id()));
    }
}
