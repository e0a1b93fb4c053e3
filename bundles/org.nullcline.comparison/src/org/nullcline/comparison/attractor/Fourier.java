// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.attractor;

/** The discrete Fourier transform of any length: radix 2 where the length is a power of two, otherwise Bluestein's convolution with chirps. */
final class Fourier {

    private Fourier() {
    }

    /** |X_k|² of a real signal for k = 0 … n/2. */
    static double[] power(double[] x) {
        double[] re = x.clone();
        double[] im = new double[x.length];
        transform(re, im);
        double[] power = new double[x.length / 2 + 1];
        for (int k = 0; k < power.length; k++) {
            power[k] = re[k] * re[k] + im[k] * im[k];
        }
        return power;
    }

    /** In place, X_k = Σ x_t e^{−2πi k t / n}. */
    static void transform(double[] re, double[] im) {
        int n = re.length;
        if (n < 2) {
            return;
        }
        if (Integer.bitCount(n) == 1) {
            radix2(re, im);
        } else {
            bluestein(re, im);
        }
    }

    private static void radix2(double[] re, double[] im) {
        int n = re.length;
        int shift = Integer.numberOfLeadingZeros(n) + 1;
        for (int i = 0; i < n; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j > i) {
                double swap = re[i];
                re[i] = re[j];
                re[j] = swap;
                swap = im[i];
                im[i] = im[j];
                im[j] = swap;
            }
        }
        double[] cos = new double[n / 2];
        double[] sin = new double[n / 2];
        for (int k = 0; k < n / 2; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / n);
            sin[k] = -Math.sin(2 * Math.PI * k / n);
        }
        for (int size = 2; size <= n; size *= 2) {
            int half = size / 2;
            int stride = n / size;
            for (int start = 0; start < n; start += size) {
                for (int k = 0; k < half; k++) {
                    double wr = cos[k * stride];
                    double wi = sin[k * stride];
                    int a = start + k;
                    int b = a + half;
                    double tr = re[b] * wr - im[b] * wi;
                    double ti = re[b] * wi + im[b] * wr;
                    re[b] = re[a] - tr;
                    im[b] = im[a] - ti;
                    re[a] += tr;
                    im[a] += ti;
                }
            }
        }
    }

    /** k t = (k² + t² − (k − t)²) / 2 turns the transform into a convolution. */
    private static void bluestein(double[] re, double[] im) {
        int n = re.length;
        int m = Integer.highestOneBit(2 * n - 1) * 2;
        double[] cos = new double[n];
        double[] sin = new double[n];
        for (int i = 0; i < n; i++) {
            // i² modulo 2n keeps the argument small and so the sine exact.
            double angle = Math.PI * ((long) i * i % (2L * n)) / n;
            cos[i] = Math.cos(angle);
            sin[i] = Math.sin(angle);
        }
        double[] ar = new double[m];
        double[] ai = new double[m];
        double[] br = new double[m];
        double[] bi = new double[m];
        for (int i = 0; i < n; i++) {
            ar[i] = re[i] * cos[i] + im[i] * sin[i];
            ai[i] = im[i] * cos[i] - re[i] * sin[i];
            br[i] = cos[i];
            bi[i] = sin[i];
            if (i > 0) {
                br[m - i] = cos[i];
                bi[m - i] = sin[i];
            }
        }
        radix2(ar, ai);
        radix2(br, bi);
        for (int i = 0; i < m; i++) {
            double product = ar[i] * br[i] - ai[i] * bi[i];
            ai[i] = -(ar[i] * bi[i] + ai[i] * br[i]);
            ar[i] = product;
        }
        // The inverse transform by conjugation.
        radix2(ar, ai);
        for (int i = 0; i < n; i++) {
            double xr = ar[i] / m;
            double xi = -ai[i] / m;
            re[i] = xr * cos[i] + xi * sin[i];
            im[i] = xi * cos[i] - xr * sin[i];
        }
    }
}
