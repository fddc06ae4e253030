package dev.rehearsal;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The texts that a class holds: each constant of its pool that is a string. */
final class ClassTexts {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int STRING = 8;
    private static final int METHOD_HANDLE = 15;

    private ClassTexts() {}

    static List<String> of(InputStream bytes) throws IOException {
        DataInputStream in = new DataInputStream(bytes);
        in.skipNBytes(8);
        int count = in.readUnsignedShort();
        Map<Integer, String> texts = new HashMap<>();
        List<Integer> strings = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case UTF8 -> texts.put(i, in.readUTF());
                case STRING -> strings.add(in.readUnsignedShort());
                default -> in.skipNBytes(size(tag));
            }
            i += tag == LONG || tag == DOUBLE ? 1 : 0;
        }
        return strings.stream().map(texts::get).map(Objects::requireNonNull).toList();
    }

    /** {@return how many bytes a constant has after its tag} */
    private static int size(int tag) {
        return switch (tag) {
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case LONG, DOUBLE -> 8;
            case METHOD_HANDLE -> 3;
            case 7, 16, 19, 20 -> 2;
            default -> throw new IllegalStateException("A constant of a kind that is not known: " + tag);
        };
    }
}
