// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Expectation</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A score that is known from elsewhere or that must lie within bounds. At least one of published, atLeast and atMost is set.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.nullcline.model.Expectation#getId <em>Id</em>}</li>
 *   <li>{@link org.nullcline.model.Expectation#getTitle <em>Title</em>}</li>
 *   <li>{@link org.nullcline.model.Expectation#getSource <em>Source</em>}</li>
 *   <li>{@link org.nullcline.model.Expectation#getOutput <em>Output</em>}</li>
 *   <li>{@link org.nullcline.model.Expectation#getScore <em>Score</em>}</li>
 *   <li>{@link org.nullcline.model.Expectation#getWhere <em>Where</em>}</li>
 *   <li>{@link org.nullcline.model.Expectation#getSummary <em>Summary</em>}</li>
 *   <li>{@link org.nullcline.model.Expectation#getPublished <em>Published</em>}</li>
 *   <li>{@link org.nullcline.model.Expectation#getSpread <em>Spread</em>}</li>
 *   <li>{@link org.nullcline.model.Expectation#getAtLeast <em>At Least</em>}</li>
 *   <li>{@link org.nullcline.model.Expectation#getAtMost <em>At Most</em>}</li>
 *   <li>{@link org.nullcline.model.Expectation#getNote <em>Note</em>}</li>
 * </ul>
 *
 * @see org.nullcline.model.ExperimentPackage#getExpectation()
 * @model
 * @generated
 */
public interface Expectation extends EObject {
    /**
     * Returns the value of the '<em><b>Id</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Stable identity of this expectation within the experiment; letters, digits, '-' and '_', starting with a letter. Never reused for something else.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Id</em>' attribute.
     * @see #setId(String)
     * @see org.nullcline.model.ExperimentPackage#getExpectation_Id()
     * @model id="true"
     * @generated
     */
    String getId();

    /**
     * Sets the value of the '{@link org.nullcline.model.Expectation#getId <em>Id</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Id</em>' attribute.
     * @see #getId()
     * @generated
     */
    void setId(String value);

    /**
     * Returns the value of the '<em><b>Title</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * What the number is, for people; null to make it from the score and the conditions.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Title</em>' attribute.
     * @see #setTitle(String)
     * @see org.nullcline.model.ExperimentPackage#getExpectation_Title()
     * @model
     * @generated
     */
    String getTitle();

    /**
     * Sets the value of the '{@link org.nullcline.model.Expectation#getTitle <em>Title</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Title</em>' attribute.
     * @see #getTitle()
     * @generated
     */
    void setTitle(String value);

    /**
     * Returns the value of the '<em><b>Source</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Id of the step that scores.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Source</em>' attribute.
     * @see #setSource(String)
     * @see org.nullcline.model.ExperimentPackage#getExpectation_Source()
     * @model required="true"
     * @generated
     */
    String getSource();

    /**
     * Sets the value of the '{@link org.nullcline.model.Expectation#getSource <em>Source</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Source</em>' attribute.
     * @see #getSource()
     * @generated
     */
    void setSource(String value);

    /**
     * Returns the value of the '<em><b>Output</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Output port that holds the scores.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Output</em>' attribute.
     * @see #setOutput(String)
     * @see org.nullcline.model.ExperimentPackage#getExpectation_Output()
     * @model required="true"
     * @generated
     */
    String getOutput();

    /**
     * Sets the value of the '{@link org.nullcline.model.Expectation#getOutput <em>Output</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Output</em>' attribute.
     * @see #getOutput()
     * @generated
     */
    void setOutput(String value);

    /**
     * Returns the value of the '<em><b>Score</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Name of the score: a column of the table.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Score</em>' attribute.
     * @see #setScore(String)
     * @see org.nullcline.model.ExperimentPackage#getExpectation_Score()
     * @model required="true"
     * @generated
     */
    String getScore();

    /**
     * Sets the value of the '{@link org.nullcline.model.Expectation#getScore <em>Score</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Score</em>' attribute.
     * @see #getScore()
     * @generated
     */
    void setScore(String value);

    /**
     * Returns the value of the '<em><b>Where</b></em>' attribute list.
     * The list contents are of type {@link java.lang.String}.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Which rows count: axis=point for a point of the sweep (its name where it has one, else its value or one of the values of a zip), or row=name for a row of the table. All must hold.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Where</em>' attribute list.
     * @see org.nullcline.model.ExperimentPackage#getExpectation_Where()
     * @model unique="false"
     *        extendedMetaData="kind='element' name='where'"
     * @generated
     */
    EList<String> getWhere();

    /**
     * Returns the value of the '<em><b>Summary</b></em>' attribute.
     * The default value is <code>"mean"</code>.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * How the rows that count become one number: mean, median, min or max.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Summary</em>' attribute.
     * @see #setSummary(String)
     * @see org.nullcline.model.ExperimentPackage#getExpectation_Summary()
     * @model default="mean"
     * @generated
     */
    String getSummary();

    /**
     * Sets the value of the '{@link org.nullcline.model.Expectation#getSummary <em>Summary</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Summary</em>' attribute.
     * @see #getSummary()
     * @generated
     */
    void setSummary(String value);

    /**
     * Returns the value of the '<em><b>Published</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * The number as it was published; null when none was.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Published</em>' attribute.
     * @see #setPublished(Double)
     * @see org.nullcline.model.ExperimentPackage#getExpectation_Published()
     * @model
     * @generated
     */
    Double getPublished();

    /**
     * Sets the value of the '{@link org.nullcline.model.Expectation#getPublished <em>Published</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Published</em>' attribute.
     * @see #getPublished()
     * @generated
     */
    void setPublished(Double value);

    /**
     * Returns the value of the '<em><b>Spread</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Standard deviation of the published number; null when not known.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Spread</em>' attribute.
     * @see #setSpread(Double)
     * @see org.nullcline.model.ExperimentPackage#getExpectation_Spread()
     * @model
     * @generated
     */
    Double getSpread();

    /**
     * Sets the value of the '{@link org.nullcline.model.Expectation#getSpread <em>Spread</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Spread</em>' attribute.
     * @see #getSpread()
     * @generated
     */
    void setSpread(Double value);

    /**
     * Returns the value of the '<em><b>At Least</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Smallest number that counts as expected; null for no lower bound.
     * <!-- end-model-doc -->
     * @return the value of the '<em>At Least</em>' attribute.
     * @see #setAtLeast(Double)
     * @see org.nullcline.model.ExperimentPackage#getExpectation_AtLeast()
     * @model
     * @generated
     */
    Double getAtLeast();

    /**
     * Sets the value of the '{@link org.nullcline.model.Expectation#getAtLeast <em>At Least</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>At Least</em>' attribute.
     * @see #getAtLeast()
     * @generated
     */
    void setAtLeast(Double value);

    /**
     * Returns the value of the '<em><b>At Most</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Largest number that counts as expected; null for no upper bound.
     * <!-- end-model-doc -->
     * @return the value of the '<em>At Most</em>' attribute.
     * @see #setAtMost(Double)
     * @see org.nullcline.model.ExperimentPackage#getExpectation_AtMost()
     * @model
     * @generated
     */
    Double getAtMost();

    /**
     * Sets the value of the '{@link org.nullcline.model.Expectation#getAtMost <em>At Most</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>At Most</em>' attribute.
     * @see #getAtMost()
     * @generated
     */
    void setAtMost(Double value);

    /**
     * Returns the value of the '<em><b>Note</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Where the number comes from, or why it is expected.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Note</em>' attribute.
     * @see #setNote(String)
     * @see org.nullcline.model.ExperimentPackage#getExpectation_Note()
     * @model extendedMetaData="kind='element' name='note'"
     * @generated
     */
    String getNote();

    /**
     * Sets the value of the '{@link org.nullcline.model.Expectation#getNote <em>Note</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Note</em>' attribute.
     * @see #getNote()
     * @generated
     */
    void setNote(String value);

} // Expectation
