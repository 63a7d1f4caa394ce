package se.samverkan.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Refusal;
import tools.jackson.databind.ObjectMapper;

/** Takes municipalities, their counties and who resembles whom into the database. */
@Component
class MunicipalityIntake {

    private final JdbcClient database;
    private final ObjectMapper json;

    MunicipalityIntake(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @return the codes of the municipalities that are new or have another name now */
    List<String> accept(Collection<MunicipalityFacts> facts) {
        String told = json.writeValueAsString(facts);
        database.sql("""
                        insert into organisation.county (code, name)
                        select distinct on (left(code, 2)) left(code, 2), county
                        from jsonb_to_recordset(:told::jsonb) as m (code text, county text) order by left(code, 2)
                        on conflict (code) do update set name = excluded.name where county.name <> excluded.name
                        """).param("told", told).update();
        return database.sql("""
                        insert into organisation.municipality (code, name, county)
                        select distinct on (code) code, name, left(code, 2)
                        from jsonb_to_recordset(:told::jsonb) as m (code text, name text) order by code
                        on conflict (code) do update set name = excluded.name where municipality.name <> excluded.name
                        returning code
                        """).param("told", told).query(String.class).list();
    }

    /**
     * Replaces the groups of one kind of likeness.
     *
     * @throws Refusal when a municipality of a group is unknown
     */
    void acceptLikeness(String likeness, int year, Map<String, List<String>> groups) {
        List<String> owners = new ArrayList<>();
        List<String> members = new ArrayList<>();
        groups.forEach((owner, group) -> group.forEach(member -> {
            owners.add(owner);
            members.add(member);
        }));
        refuseUnknown(owners, members);
        database.sql("delete from organisation.similar_municipality where likeness = ?")
                .param(likeness)
                .update();
        database.sql("""
                        insert into organisation.similar_municipality (likeness, year, municipality, member)
                        select distinct ?, ?, g.owner, g.member
                        from unnest(?::text[], ?::text[]) as g (owner, member) where g.owner <> g.member
                        """)
                .params(likeness, year, owners.toArray(String[]::new), members.toArray(String[]::new))
                .update();
    }

    private void refuseUnknown(List<String> owners, List<String> members) {
        database.sql("""
                        select g.code from (select unnest(?::text[]) union select unnest(?::text[])) as g (code)
                        where not exists (select from organisation.municipality m where m.code = g.code) limit 1
                        """)
                .params(owners.toArray(String[]::new), members.toArray(String[]::new))
                .query(String.class)
                .optional()
                .ifPresent(code -> {
                    throw Refusal.rule("organisation.refusal.municipality-unknown", code);
                });
    }
}
