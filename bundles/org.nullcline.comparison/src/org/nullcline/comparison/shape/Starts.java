// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.shape;

import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Qr;
import org.nullcline.compute.random.RandomStream;

/** The identity and random orthogonal matrices of both determinants to start searches from; always the same ones. */
final class Starts {

    private Starts() {
    }

    static Matrix orthogonal(int n, int index) {
        if (index == 0) {
            return Matrix.identity(n);
        }
        Matrix q = Qr.of(new Matrix(n, n, RandomStream.of(n).child("shape", index).normals(n * n))).q();
        if (index % 2 == 1) {
            for (int i = 0; i < n; i++) {
                q.set(i, 0, -q.get(i, 0));
            }
        }
        return q;
    }
}
