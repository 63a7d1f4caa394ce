package se.samverkan.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Refusal;
import tools.jackson.databind.ObjectMapper;

/**
 * Takes schools and preschools into the database. What a source does not tell leaves what is known, and what an export
 * file tells never overrides what the register has told, for the file may be years old.
 */
@Component
class UnitIntake {

    /**
     * What came of some facts.
     *
     * @param touched the ids of the units that are new or have changed
     */
    record Outcome(int added, int changed, List<Long> touched) {}

    private final JdbcClient database;
    private final ObjectMapper json;
    private final UnitHistory history;

    UnitIntake(JdbcClient database, ObjectMapper json, UnitHistory history) {
        this.database = database;
        this.json = json;
        this.history = history;
    }

    Outcome accept(List<UnitFacts> facts, LocalDate today) {
        stage(facts);
        refuse("organiser is null", "organiser_name", "organisation.refusal.organiser-unknown");
        refuse("municipality is null", "municipality_told", "organisation.refusal.municipality-unknown");
        match();
        List<Long> changed = correct();
        List<Long> added = add();
        keepForms();
        List<Long> touched = Stream.concat(changed.stream(), added.stream()).toList();
        history.keep(touched, today);
        return new Outcome(added.size(), changed.size(), touched);
    }

    private void stage(List<UnitFacts> facts) {
        database.sql("""
                        create temporary table if not exists incoming_unit (
                            place int, key text primary key, code text, kind text not null, name text not null,
                            organiser bigint, organiser_name text, municipality text, municipality_told text, forms jsonb,
                            status text, special_support boolean, international boolean, opened date, closed date,
                            orientation text, address text, postal_code text,
                            locality text, source text not null, known bigint, firm boolean, other_forms boolean)
                        on commit drop
                        """).update();
        database.sql("truncate incoming_unit").update();
        database.sql("""
                        insert into incoming_unit
                        select distinct on (t.key) row_number() over (), t.key, t.code, t.kind, trim(t.name),
                            coalesce(
                                (select o.id from organisation.organisation o
                                 where o.number = t.organiser and o.kind = 'ORGANISER'),
                                (select o.id from organisation.organisation o
                                 where o.kind = 'ORGANISER' and (o.number is null or t.organiser is null)
                                   and lower(o.name) = lower(trim(t."organiserName"))
                                 order by o.municipality is not distinct from t.municipality desc, o.id limit 1)),
                            t."organiserName", m.code, t.municipality, t.forms, t.status, t."specialSupport",
                            t.international, t.opened, t.closed, nullif(trim(t.orientation), ''), nullif(trim(t.address), ''), t."postalCode",
                            nullif(trim(t.locality), ''), t.source
                        from jsonb_to_recordset(?::jsonb) as t (key text, code text, kind text, name text,
                            organiser text, "organiserName" text, municipality char(4), forms jsonb, status text,
                            "specialSupport" boolean, international boolean, opened date, closed date, orientation text,
                            address text, "postalCode" text, locality text, source text)
                        left join organisation.municipality m on m.code = t.municipality
                        """).param(json.writeValueAsString(facts)).update();
        database.sql("analyze incoming_unit").update();
    }

    private void refuse(String missing, String named, String reason) {
        database.sql("select name, %s as missing from incoming_unit where %s order by place limit 1"
                        .formatted(named, missing))
                .query((row, n) -> new String[] {row.getString("name"), row.getString("missing")})
                .optional()
                .ifPresent(found -> {
                    throw Refusal.rule(reason, found[1], found[0]);
                });
    }

    private void match() {
        database.sql("""
                        update incoming_unit i set known = u.id, firm = i.source <> 'EXPORT' or u.source = 'EXPORT',
                            other_forms = i.forms is not null
                                and (i.source <> 'EXPORT' or u.source = 'EXPORT'
                                     or not exists (select from organisation.unit_form f where f.unit = u.id))
                                and (select coalesce(jsonb_object_agg(f.form, to_jsonb(f.grades)), '{}')
                                     from organisation.unit_form f where f.unit = u.id)
                                    <> (select coalesce(jsonb_object_agg(f.key, to_jsonb(organisation.in_order(f.value))), '{}')
                                        from jsonb_each(i.forms) f)
                        from organisation.unit u where u.key = i.key
                        """).update();
    }

    /**
     * A firm fact corrects; any other only fills in what nobody has told. Who tells that a unit is not closed and names
     * no day of closing takes back the day that was known.
     */
    private List<Long> correct() {
        return database.sql("""
                        update organisation.unit u set
                            code = n.code, name = n.name, organiser = n.organiser, municipality = n.municipality,
                            status = n.status, opened = n.opened, closed = n.closed,
                            special_support = n.special_support, international = n.international, orientation = n.orientation,
                            address = n.address, postal_code = n.postal_code, locality = n.locality, source = n.source,
                            version = u.version + 1
                        from (
                            select u.id, i.other_forms,
                                coalesce(u.code, i.code) as code,
                                case when i.firm then i.name else u.name end as name,
                                case when i.firm then i.organiser else u.organiser end as organiser,
                                case when i.firm then i.municipality else u.municipality end as municipality,
                                case when i.firm then coalesce(i.status, u.status) else u.status end as status,
                                case when i.firm then coalesce(i.special_support, u.special_support)
                                    else u.special_support end as special_support,
                                case when i.firm then coalesce(i.international, u.international)
                                    else u.international end as international,
                                case when i.firm then coalesce(i.opened, u.opened)
                                    else coalesce(u.opened, i.opened) end as opened,
                                case when i.firm and i.status <> 'CLOSED' then i.closed
                                    when i.firm then coalesce(i.closed, u.closed)
                                    else coalesce(u.closed, i.closed) end as closed,
                                case when i.firm then coalesce(i.orientation, u.orientation)
                                    else coalesce(u.orientation, i.orientation) end as orientation,
                                case when i.firm then coalesce(i.address, u.address)
                                    else coalesce(u.address, i.address) end as address,
                                case when i.firm then coalesce(i.postal_code, u.postal_code)
                                    else coalesce(u.postal_code, i.postal_code) end as postal_code,
                                case when i.firm then coalesce(i.locality, u.locality)
                                    else coalesce(u.locality, i.locality) end as locality,
                                case when i.firm then i.source else u.source end as source
                            from incoming_unit i join organisation.unit u on u.id = i.known
                        ) n
                        where u.id = n.id and (n.other_forms
                            or (n.code, n.name, n.organiser, n.municipality, n.status, n.opened, n.closed,
                                n.special_support, n.international, n.orientation, n.address, n.postal_code, n.locality, n.source)
                               is distinct from
                               (u.code, u.name, u.organiser, u.municipality, u.status, u.opened, u.closed,
                                u.special_support, u.international, u.orientation, u.address, u.postal_code, u.locality, u.source))
                        returning u.id
                        """).query(Long.class).list();
    }

    private List<Long> add() {
        return database.sql("""
                        insert into organisation.unit (kind, key, code, name, organiser, municipality, status,
                            opened, closed, special_support, international, orientation, address, postal_code, locality,
                            source)
                        select kind, key, code, name, organiser, municipality, coalesce(status, 'ACTIVE'),
                            opened, closed, coalesce(special_support, false), coalesce(international, false), orientation, address, postal_code, locality, source
                        from incoming_unit where known is null order by place
                        returning id
                        """).query(Long.class).list();
    }

    private void keepForms() {
        database.sql("""
                        delete from organisation.unit_form f using incoming_unit i where f.unit = i.known and i.other_forms
                        """).update();
        database.sql("""
                        insert into organisation.unit_form (unit, form, grades)
                        select u.id, f.key, organisation.in_order(f.value)
                        from incoming_unit i join organisation.unit u on u.key = i.key cross join jsonb_each(i.forms) f
                        where i.known is null or i.other_forms
                        """).update();
    }
}
