// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Sweep Axis</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * One dimension of the sweep. The kind tells which of the other features count: list (path, values), range (path, from, to, step or count), log (path, from, to, count), random (path, from, to, count, seed, distribution) or zip (axes of equal length that vary together).
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.nullcline.model.SweepAxis#getId <em>Id</em>}</li>
 *   <li>{@link org.nullcline.model.SweepAxis#getKind <em>Kind</em>}</li>
 *   <li>{@link org.nullcline.model.SweepAxis#getPath <em>Path</em>}</li>
 *   <li>{@link org.nullcline.model.SweepAxis#getFrom <em>From</em>}</li>
 *   <li>{@link org.nullcline.model.SweepAxis#getTo <em>To</em>}</li>
 *   <li>{@link org.nullcline.model.SweepAxis#getStep <em>Step</em>}</li>
 *   <li>{@link org.nullcline.model.SweepAxis#getCount <em>Count</em>}</li>
 *   <li>{@link org.nullcline.model.SweepAxis#isInteger <em>Integer</em>}</li>
 *   <li>{@link org.nullcline.model.SweepAxis#getDistribution <em>Distribution</em>}</li>
 *   <li>{@link org.nullcline.model.SweepAxis#getSeed <em>Seed</em>}</li>
 *   <li>{@link org.nullcline.model.SweepAxis#getValues <em>Values</em>}</li>
 *   <li>{@link org.nullcline.model.SweepAxis#getAxes <em>Axes</em>}</li>
 * </ul>
 *
 * @see org.nullcline.model.ExperimentPackage#getSweepAxis()
 * @model
 * @generated
 */
public interface SweepAxis extends EObject {
    /**
     * Returns the value of the '<em><b>Id</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Stable identity of this axis within the experiment; letters, digits, '-' and '_', starting with a letter. Never reused for something else.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Id</em>' attribute.
     * @see #setId(String)
     * @see org.nullcline.model.ExperimentPackage#getSweepAxis_Id()
     * @model id="true"
     * @generated
     */
    String getId();

    /**
     * Sets the value of the '{@link org.nullcline.model.SweepAxis#getId <em>Id</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Id</em>' attribute.
     * @see #getId()
     * @generated
     */
    void setId(String value);

    /**
     * Returns the value of the '<em><b>Kind</b></em>' attribute.
     * The default value is <code>"list"</code>.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * list, range, log, random or zip.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Kind</em>' attribute.
     * @see #setKind(String)
     * @see org.nullcline.model.ExperimentPackage#getSweepAxis_Kind()
     * @model default="list" required="true"
     * @generated
     */
    String getKind();

    /**
     * Sets the value of the '{@link org.nullcline.model.SweepAxis#getKind <em>Kind</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Kind</em>' attribute.
     * @see #getKind()
     * @generated
     */
    void setKind(String value);

    /**
     * Returns the value of the '<em><b>Path</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * What varies: step.parameter, step@contribution, step@seed, or @seed for the seed of the experiment.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Path</em>' attribute.
     * @see #setPath(String)
     * @see org.nullcline.model.ExperimentPackage#getSweepAxis_Path()
     * @model
     * @generated
     */
    String getPath();

    /**
     * Sets the value of the '{@link org.nullcline.model.SweepAxis#getPath <em>Path</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Path</em>' attribute.
     * @see #getPath()
     * @generated
     */
    void setPath(String value);

    /**
     * Returns the value of the '<em><b>From</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * First value of a range, or lower bound of random values, as text.
     * <!-- end-model-doc -->
     * @return the value of the '<em>From</em>' attribute.
     * @see #setFrom(String)
     * @see org.nullcline.model.ExperimentPackage#getSweepAxis_From()
     * @model
     * @generated
     */
    String getFrom();

    /**
     * Sets the value of the '{@link org.nullcline.model.SweepAxis#getFrom <em>From</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>From</em>' attribute.
     * @see #getFrom()
     * @generated
     */
    void setFrom(String value);

    /**
     * Returns the value of the '<em><b>To</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Last value of a range (included when the steps reach it), or upper bound of random values, as text.
     * <!-- end-model-doc -->
     * @return the value of the '<em>To</em>' attribute.
     * @see #setTo(String)
     * @see org.nullcline.model.ExperimentPackage#getSweepAxis_To()
     * @model
     * @generated
     */
    String getTo();

    /**
     * Sets the value of the '{@link org.nullcline.model.SweepAxis#getTo <em>To</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>To</em>' attribute.
     * @see #getTo()
     * @generated
     */
    void setTo(String value);

    /**
     * Returns the value of the '<em><b>Step</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Distance between the values of a range, as text; null when count is given.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Step</em>' attribute.
     * @see #setStep(String)
     * @see org.nullcline.model.ExperimentPackage#getSweepAxis_Step()
     * @model
     * @generated
     */
    String getStep();

    /**
     * Sets the value of the '{@link org.nullcline.model.SweepAxis#getStep <em>Step</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Step</em>' attribute.
     * @see #getStep()
     * @generated
     */
    void setStep(String value);

    /**
     * Returns the value of the '<em><b>Count</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Number of values; 0 when step is given.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Count</em>' attribute.
     * @see #setCount(int)
     * @see org.nullcline.model.ExperimentPackage#getSweepAxis_Count()
     * @model
     * @generated
     */
    int getCount();

    /**
     * Sets the value of the '{@link org.nullcline.model.SweepAxis#getCount <em>Count</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Count</em>' attribute.
     * @see #getCount()
     * @generated
     */
    void setCount(int value);

    /**
     * Returns the value of the '<em><b>Integer</b></em>' attribute.
     * The default value is <code>"false"</code>.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Whether values are rounded to whole numbers; equal neighbours are then dropped.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Integer</em>' attribute.
     * @see #setInteger(boolean)
     * @see org.nullcline.model.ExperimentPackage#getSweepAxis_Integer()
     * @model default="false"
     * @generated
     */
    boolean isInteger();

    /**
     * Sets the value of the '{@link org.nullcline.model.SweepAxis#isInteger <em>Integer</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Integer</em>' attribute.
     * @see #isInteger()
     * @generated
     */
    void setInteger(boolean value);

    /**
     * Returns the value of the '<em><b>Distribution</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * For random values: uniform (null means the same) or log.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Distribution</em>' attribute.
     * @see #setDistribution(String)
     * @see org.nullcline.model.ExperimentPackage#getSweepAxis_Distribution()
     * @model
     * @generated
     */
    String getDistribution();

    /**
     * Sets the value of the '{@link org.nullcline.model.SweepAxis#getDistribution <em>Distribution</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Distribution</em>' attribute.
     * @see #getDistribution()
     * @generated
     */
    void setDistribution(String value);

    /**
     * Returns the value of the '<em><b>Seed</b></em>' attribute.
     * The default value is <code>"0"</code>.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Seed of random values: the same seed gives the same values.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Seed</em>' attribute.
     * @see #setSeed(long)
     * @see org.nullcline.model.ExperimentPackage#getSweepAxis_Seed()
     * @model default="0"
     * @generated
     */
    long getSeed();

    /**
     * Sets the value of the '{@link org.nullcline.model.SweepAxis#getSeed <em>Seed</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Seed</em>' attribute.
     * @see #getSeed()
     * @generated
     */
    void setSeed(long value);

    /**
     * Returns the value of the '<em><b>Values</b></em>' attribute list.
     * The list contents are of type {@link java.lang.String}.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Values of a list, as text; names of the points of a zip, or none.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Values</em>' attribute list.
     * @see org.nullcline.model.ExperimentPackage#getSweepAxis_Values()
     * @model unique="false"
     *        extendedMetaData="kind='element' name='value'"
     * @generated
     */
    EList<String> getValues();

    /**
     * Returns the value of the '<em><b>Axes</b></em>' containment reference list.
     * The list contents are of type {@link org.nullcline.model.SweepAxis}.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Members of a zip: at its i-th point every member has its own i-th value.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Axes</em>' containment reference list.
     * @see org.nullcline.model.ExperimentPackage#getSweepAxis_Axes()
     * @model containment="true"
     *        extendedMetaData="kind='element' name='axis'"
     * @generated
     */
    EList<SweepAxis> getAxes();

} // SweepAxis
