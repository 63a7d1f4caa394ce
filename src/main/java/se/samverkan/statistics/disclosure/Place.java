package se.samverkan.statistics.disclosure;

/** Where a number stands in a table: in which row and which column. A total stands in the row or the column {@link #ALL}. */
public record Place(String row, String column) {

    /** The row or column of totals. */
    public static final String ALL = "*";

    public boolean isTotal() {
        return row.equals(ALL) || column.equals(ALL);
    }

    public boolean isInLineWith(Place other) {
        return row.equals(other.row) || column.equals(other.column);
    }

    /** As it is written in a form and in a file: {@code row|column}. */
    public String key() {
        return row + "|" + column;
    }
}
