package se.samverkan.analysis.page;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.discussion.Writer;

/** Tells those who write in an analysis who else is writing in it now, and in which part. */
@Controller
class AnalysisWriters {

    private final Analyses analyses;
    private final JdbcClient database;

    AnalysisWriters(Analyses analyses, JdbcClient database) {
        this.analyses = analyses;
        this.database = database;
    }

    @GetMapping("/analyses/{id}/writers")
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, Model model) {
        analyses.analysis(id);
        model.addAttribute("writers", writers(id));
        return "discussion/writers";
    }

    private List<Writer> writers(long id) {
        return database.sql("select place, name from analysis.writing(?)")
                .param(id)
                .query(Writer.class)
                .list();
    }
}
