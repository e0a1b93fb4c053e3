// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Experiment</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * What to do: steps, the links between them, the sweep over them and the figures to draw. Holds no results.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.nullcline.model.Experiment#getFormat <em>Format</em>}</li>
 *   <li>{@link org.nullcline.model.Experiment#getName <em>Name</em>}</li>
 *   <li>{@link org.nullcline.model.Experiment#getSeed <em>Seed</em>}</li>
 *   <li>{@link org.nullcline.model.Experiment#getDescription <em>Description</em>}</li>
 *   <li>{@link org.nullcline.model.Experiment#getTags <em>Tags</em>}</li>
 *   <li>{@link org.nullcline.model.Experiment#getSteps <em>Steps</em>}</li>
 *   <li>{@link org.nullcline.model.Experiment#getLinks <em>Links</em>}</li>
 *   <li>{@link org.nullcline.model.Experiment#getAxes <em>Axes</em>}</li>
 *   <li>{@link org.nullcline.model.Experiment#getNotes <em>Notes</em>}</li>
 *   <li>{@link org.nullcline.model.Experiment#getFigures <em>Figures</em>}</li>
 *   <li>{@link org.nullcline.model.Experiment#getExpectations <em>Expectations</em>}</li>
 * </ul>
 *
 * @see org.nullcline.model.ExperimentPackage#getExperiment()
 * @model
 * @generated
 */
public interface Experiment extends EObject {
    /**
     * Returns the value of the '<em><b>Format</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Version of the file format that this experiment needs, as major.minor.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Format</em>' attribute.
     * @see #setFormat(String)
     * @see org.nullcline.model.ExperimentPackage#getExperiment_Format()
     * @model required="true"
     * @generated
     */
    String getFormat();

    /**
     * Sets the value of the '{@link org.nullcline.model.Experiment#getFormat <em>Format</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Format</em>' attribute.
     * @see #getFormat()
     * @generated
     */
    void setFormat(String value);

    /**
     * Returns the value of the '<em><b>Name</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Short title.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Name</em>' attribute.
     * @see #setName(String)
     * @see org.nullcline.model.ExperimentPackage#getExperiment_Name()
     * @model
     * @generated
     */
    String getName();

    /**
     * Sets the value of the '{@link org.nullcline.model.Experiment#getName <em>Name</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Name</em>' attribute.
     * @see #getName()
     * @generated
     */
    void setName(String value);

    /**
     * Returns the value of the '<em><b>Seed</b></em>' attribute.
     * The default value is <code>"0"</code>.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Root of all randomness: every task derives its own stream from this number and its own key.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Seed</em>' attribute.
     * @see #setSeed(long)
     * @see org.nullcline.model.ExperimentPackage#getExperiment_Seed()
     * @model default="0"
     * @generated
     */
    long getSeed();

    /**
     * Sets the value of the '{@link org.nullcline.model.Experiment#getSeed <em>Seed</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Seed</em>' attribute.
     * @see #getSeed()
     * @generated
     */
    void setSeed(long value);

    /**
     * Returns the value of the '<em><b>Description</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * What the experiment is for, in free text.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Description</em>' attribute.
     * @see #setDescription(String)
     * @see org.nullcline.model.ExperimentPackage#getExperiment_Description()
     * @model extendedMetaData="kind='element' name='description'"
     * @generated
     */
    String getDescription();

    /**
     * Sets the value of the '{@link org.nullcline.model.Experiment#getDescription <em>Description</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Description</em>' attribute.
     * @see #getDescription()
     * @generated
     */
    void setDescription(String value);

    /**
     * Returns the value of the '<em><b>Tags</b></em>' attribute list.
     * The list contents are of type {@link java.lang.String}.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Words to find the experiment by, in the order the user gave them.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Tags</em>' attribute list.
     * @see org.nullcline.model.ExperimentPackage#getExperiment_Tags()
     * @model unique="false"
     *        extendedMetaData="kind='element' name='tag'"
     * @generated
     */
    EList<String> getTags();

    /**
     * Returns the value of the '<em><b>Steps</b></em>' containment reference list.
     * The list contents are of type {@link org.nullcline.model.Step}.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * The steps, in the order the user arranged them; the order has no influence on results.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Steps</em>' containment reference list.
     * @see org.nullcline.model.ExperimentPackage#getExperiment_Steps()
     * @model containment="true"
     *        extendedMetaData="kind='element' name='step'"
     * @generated
     */
    EList<Step> getSteps();

    /**
     * Returns the value of the '<em><b>Links</b></em>' containment reference list.
     * The list contents are of type {@link org.nullcline.model.Link}.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * What flows where. When several links enter one input, the input receives them in this order.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Links</em>' containment reference list.
     * @see org.nullcline.model.ExperimentPackage#getExperiment_Links()
     * @model containment="true"
     *        extendedMetaData="kind='element' name='link'"
     * @generated
     */
    EList<Link> getLinks();

    /**
     * Returns the value of the '<em><b>Axes</b></em>' containment reference list.
     * The list contents are of type {@link org.nullcline.model.SweepAxis}.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * The sweep: the experiment is run at every point of the product of these axes; the first axis varies slowest.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Axes</em>' containment reference list.
     * @see org.nullcline.model.ExperimentPackage#getExperiment_Axes()
     * @model containment="true"
     *        extendedMetaData="kind='element' name='axis'"
     * @generated
     */
    EList<SweepAxis> getAxes();

    /**
     * Returns the value of the '<em><b>Notes</b></em>' containment reference list.
     * The list contents are of type {@link org.nullcline.model.Note}.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Remarks on the canvas.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Notes</em>' containment reference list.
     * @see org.nullcline.model.ExperimentPackage#getExperiment_Notes()
     * @model containment="true"
     *        extendedMetaData="kind='element' name='note'"
     * @generated
     */
    EList<Note> getNotes();

    /**
     * Returns the value of the '<em><b>Figures</b></em>' containment reference list.
     * The list contents are of type {@link org.nullcline.model.FigureRequest}.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Figures to draw after a run, in the order of the report.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Figures</em>' containment reference list.
     * @see org.nullcline.model.ExperimentPackage#getExperiment_Figures()
     * @model containment="true"
     *        extendedMetaData="kind='element' name='figure'"
     * @generated
     */
    EList<FigureRequest> getFigures();

    /**
     * Returns the value of the '<em><b>Expectations</b></em>' containment reference list.
     * The list contents are of type {@link org.nullcline.model.Expectation}.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * What is expected of the scores, for example numbers of a paper; shown beside what a run gave, in this order. They do not change what is run.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Expectations</em>' containment reference list.
     * @see org.nullcline.model.ExperimentPackage#getExperiment_Expectations()
     * @model containment="true"
     *        extendedMetaData="kind='element' name='expectation'"
     * @generated
     */
    EList<Expectation> getExpectations();

                /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * The step with this id, or null.
     * <!-- end-model-doc -->
     * @model
     * @generated
     */
    Step step(String id);

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * The sweep axis (outermost level) with this id, or null.
     * <!-- end-model-doc -->
     * @model
     * @generated
     */
    SweepAxis axis(String id);

} // Experiment
