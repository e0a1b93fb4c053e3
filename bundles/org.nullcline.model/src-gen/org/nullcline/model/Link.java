// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Link</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * Carries the value of an output port to an input port. A gathering link collects the values at all points of some sweep axes into one list, as a pairwise metric needs it.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.nullcline.model.Link#getSource <em>Source</em>}</li>
 *   <li>{@link org.nullcline.model.Link#getOutput <em>Output</em>}</li>
 *   <li>{@link org.nullcline.model.Link#getTarget <em>Target</em>}</li>
 *   <li>{@link org.nullcline.model.Link#getInput <em>Input</em>}</li>
 *   <li>{@link org.nullcline.model.Link#isGather <em>Gather</em>}</li>
 *   <li>{@link org.nullcline.model.Link#getOver <em>Over</em>}</li>
 * </ul>
 *
 * @see org.nullcline.model.ExperimentPackage#getLink()
 * @model
 * @generated
 */
public interface Link extends EObject {
    /**
     * Returns the value of the '<em><b>Source</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Id of the step that produces the value.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Source</em>' attribute.
     * @see #setSource(String)
     * @see org.nullcline.model.ExperimentPackage#getLink_Source()
     * @model required="true"
     * @generated
     */
    String getSource();

    /**
     * Sets the value of the '{@link org.nullcline.model.Link#getSource <em>Source</em>}' attribute.
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
     * Output port of the source.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Output</em>' attribute.
     * @see #setOutput(String)
     * @see org.nullcline.model.ExperimentPackage#getLink_Output()
     * @model required="true"
     * @generated
     */
    String getOutput();

    /**
     * Sets the value of the '{@link org.nullcline.model.Link#getOutput <em>Output</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Output</em>' attribute.
     * @see #getOutput()
     * @generated
     */
    void setOutput(String value);

    /**
     * Returns the value of the '<em><b>Target</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Id of the step that receives the value.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Target</em>' attribute.
     * @see #setTarget(String)
     * @see org.nullcline.model.ExperimentPackage#getLink_Target()
     * @model required="true"
     * @generated
     */
    String getTarget();

    /**
     * Sets the value of the '{@link org.nullcline.model.Link#getTarget <em>Target</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Target</em>' attribute.
     * @see #getTarget()
     * @generated
     */
    void setTarget(String value);

    /**
     * Returns the value of the '<em><b>Input</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Input port of the target.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Input</em>' attribute.
     * @see #setInput(String)
     * @see org.nullcline.model.ExperimentPackage#getLink_Input()
     * @model required="true"
     * @generated
     */
    String getInput();

    /**
     * Sets the value of the '{@link org.nullcline.model.Link#getInput <em>Input</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Input</em>' attribute.
     * @see #getInput()
     * @generated
     */
    void setInput(String value);

    /**
     * Returns the value of the '<em><b>Gather</b></em>' attribute.
     * The default value is <code>"false"</code>.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Whether the values at several sweep points are collected.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Gather</em>' attribute.
     * @see #setGather(boolean)
     * @see org.nullcline.model.ExperimentPackage#getLink_Gather()
     * @model default="false"
     * @generated
     */
    boolean isGather();

    /**
     * Sets the value of the '{@link org.nullcline.model.Link#isGather <em>Gather</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Gather</em>' attribute.
     * @see #isGather()
     * @generated
     */
    void setGather(boolean value);

    /**
     * Returns the value of the '<em><b>Over</b></em>' attribute list.
     * The list contents are of type {@link java.lang.String}.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * For a gathering link: ids of the axes that are collected, the slowest first; the collected list is in this order. Empty means every axis that the source depends on. Axes not named here still give one list each.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Over</em>' attribute list.
     * @see org.nullcline.model.ExperimentPackage#getLink_Over()
     * @model unique="false"
     *        extendedMetaData="kind='element' name='over'"
     * @generated
     */
    EList<String> getOver();

} // Link
