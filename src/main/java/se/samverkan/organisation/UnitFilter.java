package se.samverkan.organisation;

import java.util.HashMap;
import java.util.Map;
import se.samverkan.organisation.search.SearchIndex;

/** The conditions of a unit query as SQL, with their values. Without a condition on status, what is closed is there too. */
record UnitFilter(String where, Map<String, Object> values) {

    static UnitFilter of(Directory.UnitQuery query) {
        var where = new StringBuilder("u.kind <> 'ORGANISER'");
        Map<String, Object> values = new HashMap<>();
        String municipality = query.municipality();
        if (municipality != null) {
            where.append(" and u.municipality_code = :municipality");
            values.put("municipality", municipality);
        }
        String organiser = query.organiser();
        if (organiser != null) {
            where.append(" and (u.organiser_key = :organiser or u.organiser_number = :organiser)");
            values.put("organiser", organiser);
        }
        String form = query.form();
        if (form != null) {
            where.append(
                    form.equals("PRESCHOOL")
                            ? " and u.kind = 'PRESCHOOL'"
                            : " and u.id in (select unit from organisation.unit_form where form = :form)");
            values.put("form", form);
        }
        String words = query.text() == null ? "" : SearchIndex.everywhere(query.text());
        if (!words.isEmpty()) {
            where.append(
                    " and u.key in (select ref from organisation.search_entry where kind in ('SCHOOL', 'PRESCHOOL')"
                            + " and words @@ cast(:words as tsquery))");
            values.put("words", words);
        }
        return new UnitFilter(where.toString(), values);
    }
}
