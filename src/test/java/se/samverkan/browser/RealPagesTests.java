package se.samverkan.browser;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of a real database hold: imports, fetches and their receipts, whatever came of them. */
@RealBrowserTest
class RealPagesTests extends EveryPage {

    @Autowired
    RealWorld world;

    @Override
    World world() {
        return world;
    }

    @Override
    List<PageCatalogue.Entry> pages() {
        return PageCatalogue.ofReal();
    }
}
