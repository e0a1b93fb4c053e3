// SPDX-License-Identifier: EPL-2.0
package org.nullcline.charts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.MessageBox;
import org.nullcline.api.figure.Figure;
import org.nullcline.reporting.csv.FigureNumbers;
import org.nullcline.reporting.svg.SvgWriter;

/** Takes figures out of the workbench: as image (PNG), as drawing (SVG) and as numbers (CSV). */
public final class FigureExport {

    private FigureExport() {
    }

    /** The pixels of a control as they are on screen. */
    public static ImageData pixels(Control control) {
        Point size = control.getSize();
        Image image = new Image(control.getDisplay(), Math.max(1, size.x), Math.max(1, size.y));
        GC gc = new GC(image);
        try {
            gc.setBackground(control.getBackground());
            gc.fillRectangle(0, 0, size.x, size.y);
            control.print(gc);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    /**
     * Writes a figure in the format that the suffix names: {@code .svg}, {@code .csv}, or {@code .png} as it is on screen. The file appears whole
     * or not at all.
     */
    public static void write(FigureView view, Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        byte[] content;
        if (name.endsWith(".svg")) {
            content = SvgWriter.file(view.figure()).getBytes(StandardCharsets.UTF_8);
        } else if (name.endsWith(".csv")) {
            content = FigureNumbers.csv(view.figure()).getBytes(StandardCharsets.UTF_8);
        } else if (name.endsWith(".png")) {
            content = png(pixels(view));
        } else {
            throw new IOException(NLS.bind(Messages.unknownFormat, file.getFileName()));
        }
        Path temporary = file.toAbsolutePath().resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static byte[] png(ImageData data) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        loader.save(out, SWT.IMAGE_PNG);
        return out.toByteArray();
    }

    static void askAndWrite(FigureView view) {
        FileDialog dialog = new FileDialog(view.getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.svg", "*.png", "*.csv"});
        dialog.setFileName(view.figure().id() + ".svg");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        try {
            write(view, Path.of(chosen));
        } catch (IOException e) {
            MessageBox box = new MessageBox(view.getShell(), SWT.ICON_ERROR | SWT.OK);
            box.setMessage(NLS.bind(Messages.exportFailed, chosen, reason(e)));
            box.open();
        }
    }

    /** The messages of these two are nothing but the name of the file. */
    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> NLS.bind(Messages.noPermission, denied.getFile());
            case NoSuchFileException missing -> NLS.bind(Messages.noFolder, Path.of(missing.getFile()).getParent());
            default -> e.getMessage();
        };
    }

    static void copyImage(FigureView view) {
        copy(pixels(view), ImageTransfer.getInstance(), view.getDisplay());
    }

    static void copyNumbers(Figure figure, Display display) {
        copy(FigureNumbers.csv(figure), TextTransfer.getInstance(), display);
    }

    private static void copy(Object data, Transfer transfer, Display display) {
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] {data}, new Transfer[] {transfer});
        } finally {
            clipboard.dispose();
        }
    }
}
