package se.samverkan.records.rendition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STOnOff1;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;

/**
 * A table in a Word file: headings that repeat on every page and are told as such, rows that are never split, and a last row
 * that does not come alone to a new page.
 */
final class WordTable {

    /** The room between the margins, in twentieths of a point. */
    private static final int TEXT_WIDTH = 8788;

    private final Block.Table table;

    WordTable(Block.Table table) {
        this.table = table;
    }

    void write(XWPFDocument word) {
        XWPFTable drawn =
                word.createTable(table.rows().size() + 1, table.columns().size());
        look(drawn);
        grid(drawn);
        XWPFTableRow headings = drawn.getRow(0);
        headings.setRepeatHeader(true);
        headings.setCantSplitRow(true);
        for (int i = 0; i < table.columns().size(); i++) {
            Block.Column column = table.columns().get(i);
            fill(headings, i, column.numbers() ? "TableNumberHead" : "TableHead", column.heading());
        }
        for (int i = 0; i < table.rows().size(); i++) {
            row(drawn.getRow(i + 1), table.rows().get(i));
        }
        if (table.rows().size() > 1) {
            keepWithTheNext(drawn.getRow(table.rows().size() - 1));
        }
    }

    /** Word keeps a row with the next one when every paragraph of it asks for that. */
    private static void keepWithTheNext(XWPFTableRow drawn) {
        drawn.getTableCells().forEach(cell -> cell.getParagraphArray(0).setKeepNext(true));
    }

    private void row(XWPFTableRow drawn, List<String> cells) {
        drawn.setCantSplitRow(true);
        for (int i = 0; i < cells.size(); i++) {
            fill(drawn, i, table.columns().get(i).numbers() ? "TableNumber" : "TableText", cells.get(i));
        }
    }

    private static void fill(XWPFTableRow row, int cell, String style, String text) {
        WordContent.fill(row.getCell(cell).getParagraphArray(0), style, text);
    }

    private void look(XWPFTable drawn) {
        CTTblPr properties = drawn.getCTTbl().getTblPr();
        if (properties.isSetTblBorders()) {
            properties.unsetTblBorders();
        }
        drawn.setStyleID("Figures");
        drawn.setWidth(TEXT_WIDTH);
        CTTblLook look = properties.isSetTblLook() ? properties.getTblLook() : properties.addNewTblLook();
        look.setFirstRow(STOnOff1.ON);
        look.setFirstColumn(STOnOff1.ON);
        look.setNoVBand(STOnOff1.ON);
        properties.addNewTblCaption().setVal(table.caption());
    }

    private void grid(XWPFTable drawn) {
        CTTblGrid grid = drawn.getCTTbl().getTblGrid() == null
                ? drawn.getCTTbl().addNewTblGrid()
                : drawn.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        widths().forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
    }

    /** The widths of the columns to begin with: a first column of names gets most, numbers least. */
    private List<Integer> widths() {
        List<Integer> shares = new ArrayList<>();
        for (Block.Column column : table.columns()) {
            shares.add(shares.isEmpty() ? 5 : column.numbers() ? 2 : 4);
        }
        int all = shares.stream().mapToInt(Integer::intValue).sum();
        return shares.stream().map(share -> TEXT_WIDTH * share / all).toList();
    }
}
