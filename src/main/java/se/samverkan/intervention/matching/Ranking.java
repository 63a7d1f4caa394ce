package se.samverkan.intervention.matching;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.matching.Reason.Kind;
import se.samverkan.shared.Period;

/**
 * Which entries answer to a need, weighed by the database with the weights of {@link Reason.Kind}, so that only what is shown is read
 * whole. Words are counted by their stems here and as they are written in {@link Reasoning}, which can differ by one; so more are taken
 * than are shown, and put in order once more there.
 */
@Repository
class Ranking {

    private static final String WEIGHED = """
            with others as (select entry, units from intervention.chosen_by_others(:unit)), weighed as (
                select e.id, coalesce(o.units, 0) as used, e.themes && cast(:themes as text[]) as shares, w.words,
                    %d * least(3, (select count(*) from unnest(e.themes) t where t = any (cast(:themes as text[]))))
                    + %d * least(3, w.words)
                    + case when :level = any (e.levels) then %d else 0 end
                    + case when e.school_forms <> '{}' and cast(:forms as text[]) <> '{}'::text[] then %d else 0 end
                    + case when e.places = '{}' or :municipality = any (e.places) then %d
                        when e.places && cast(:neighbours as text[]) then %d when e.remote then %d else %d end
                    + case when exists (select from unnest(e.capacity_terms, e.capacity_groups) c (term, groups)
                            where c.term = any (cast(:terms as int[])) and c.groups > 0) then %d
                        when e.capacity_terms && cast(:terms as int[]) then %d else 0 end
                    + case when o.units > 0 then %d else 0 end
                    + case when e.base = 'RESEARCH' and e.research <> '' then %d else 0 end as weight
                from intervention.entry e
                cross join lateral (select count(*) as words from unnest(e.title_heard) h where h = any (cast(:stems as text[]))) w
                left join others o on o.entry = e.id
                where e.offered and (e.school_forms = '{}' or cast(:forms as text[]) = '{}'::text[] or e.school_forms && cast(:forms as text[]))
            )
            select id, used, count(*) over () as total from weighed
            where shares or words >= %d or id = any (cast(:chosen as bigint[]))
            order by id = any (cast(:also as bigint[])) desc, weight desc, id limit :most
            """.formatted(
                    Kind.THEME.weight(),
                    Kind.WORDS.weight(),
                    Kind.LEVEL.weight(),
                    Kind.FORM.weight(),
                    Kind.HERE.weight(),
                    Kind.COUNTY.weight(),
                    Kind.REMOTE.weight(),
                    Kind.FAR.weight(),
                    Kind.ROOM.weight(),
                    Kind.FULL.weight(),
                    Kind.USED.weight(),
                    Kind.RESEARCH.weight(),
                    Reasoning.TELLING_WORDS);

    private final JdbcClient database;

    Ranking(JdbcClient database) {
        this.database = database;
    }

    /**
     * An entry that answers.
     *
     * @param used how many other units have chosen it
     * @param total how many entries answer in all
     */
    record Ranked(long id, long used, int total) {}

    /**
     * The entries that answer, the weightiest first.
     *
     * @param unit the unit whose need it is
     * @param chosen what was chosen for it, which answers whatever it says
     * @param also what is wanted even where it does not weigh enough to be among the first
     */
    List<Ranked> first(Need need, long unit, Collection<Long> chosen, Collection<Long> also, int most) {
        return database.sql(WEIGHED)
                .param("unit", unit)
                .param("themes", need.themes().stream().map(Theme::name).toArray(String[]::new))
                .param("stems", need.stems().toArray(String[]::new))
                .param("level", need.level() == null ? "" : need.level().name())
                .param("forms", need.forms().toArray(String[]::new))
                .param("municipality", need.municipality())
                .param("neighbours", need.neighbours().toArray(String[]::new))
                .param("terms", need.terms().stream().map(Period::key).toArray(Integer[]::new))
                .param("chosen", chosen.toArray(Long[]::new))
                .param("also", also.toArray(Long[]::new))
                .param("most", most)
                .query(Ranked.class)
                .list();
    }
}
