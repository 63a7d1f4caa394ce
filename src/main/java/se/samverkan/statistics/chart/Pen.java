package se.samverkan.statistics.chart;

/** Writes SVG: text escaped, coordinates with at most one decimal. Nothing in it but elements, attributes and classes. */
final class Pen {

    private final StringBuilder out;

    Pen(int size) {
        out = new StringBuilder(size);
    }

    Pen raw(String markup) {
        out.append(markup);
        return this;
    }

    Pen number(double value) {
        long tenths = Math.round(value * 10);
        if (tenths < 0) {
            out.append('-');
            tenths = -tenths;
        }
        out.append(tenths / 10);
        if (tenths % 10 != 0) {
            out.append('.').append(tenths % 10);
        }
        return this;
    }

    Pen attribute(String name, double value) {
        out.append(' ').append(name).append("=\"");
        return number(value).raw("\"");
    }

    Pen text(String words) {
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            switch (letter) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(letter);
            }
        }
        return this;
    }

    /** A path command with its point. */
    Pen point(char command, double x, double y) {
        out.append(command);
        number(x).raw(" ");
        return number(y);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
