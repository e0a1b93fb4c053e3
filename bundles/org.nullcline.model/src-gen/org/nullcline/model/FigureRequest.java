// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Figure Request</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A figure of one output that every run shall draw.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.nullcline.model.FigureRequest#getId <em>Id</em>}</li>
 *   <li>{@link org.nullcline.model.FigureRequest#getFigure <em>Figure</em>}</li>
 *   <li>{@link org.nullcline.model.FigureRequest#getSource <em>Source</em>}</li>
 *   <li>{@link org.nullcline.model.FigureRequest#getOutput <em>Output</em>}</li>
 *   <li>{@link org.nullcline.model.FigureRequest#getTitle <em>Title</em>}</li>
 *   <li>{@link org.nullcline.model.FigureRequest#getParameters <em>Parameters</em>}</li>
 * </ul>
 *
 * @see org.nullcline.model.ExperimentPackage#getFigureRequest()
 * @model
 * @generated
 */
public interface FigureRequest extends EObject {
    /**
     * Returns the value of the '<em><b>Id</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Stable identity of this figure within the experiment; letters, digits, '-' and '_', starting with a letter. Never reused for something else.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Id</em>' attribute.
     * @see #setId(String)
     * @see org.nullcline.model.ExperimentPackage#getFigureRequest_Id()
     * @model id="true"
     * @generated
     */
    String getId();

    /**
     * Sets the value of the '{@link org.nullcline.model.FigureRequest#getId <em>Id</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Id</em>' attribute.
     * @see #getId()
     * @generated
     */
    void setId(String value);

    /**
     * Returns the value of the '<em><b>Figure</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Full id of the figure contribution; null for the one that suits the kind of value best.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Figure</em>' attribute.
     * @see #setFigure(String)
     * @see org.nullcline.model.ExperimentPackage#getFigureRequest_Figure()
     * @model
     * @generated
     */
    String getFigure();

    /**
     * Sets the value of the '{@link org.nullcline.model.FigureRequest#getFigure <em>Figure</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Figure</em>' attribute.
     * @see #getFigure()
     * @generated
     */
    void setFigure(String value);

    /**
     * Returns the value of the '<em><b>Source</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Id of the step whose output is drawn.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Source</em>' attribute.
     * @see #setSource(String)
     * @see org.nullcline.model.ExperimentPackage#getFigureRequest_Source()
     * @model required="true"
     * @generated
     */
    String getSource();

    /**
     * Sets the value of the '{@link org.nullcline.model.FigureRequest#getSource <em>Source</em>}' attribute.
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
     * Output port that is drawn.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Output</em>' attribute.
     * @see #setOutput(String)
     * @see org.nullcline.model.ExperimentPackage#getFigureRequest_Output()
     * @model required="true"
     * @generated
     */
    String getOutput();

    /**
     * Sets the value of the '{@link org.nullcline.model.FigureRequest#getOutput <em>Output</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Output</em>' attribute.
     * @see #getOutput()
     * @generated
     */
    void setOutput(String value);

    /**
     * Returns the value of the '<em><b>Title</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Title; null to make one from the source.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Title</em>' attribute.
     * @see #setTitle(String)
     * @see org.nullcline.model.ExperimentPackage#getFigureRequest_Title()
     * @model
     * @generated
     */
    String getTitle();

    /**
     * Sets the value of the '{@link org.nullcline.model.FigureRequest#getTitle <em>Title</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Title</em>' attribute.
     * @see #getTitle()
     * @generated
     */
    void setTitle(String value);

    /**
     * Returns the value of the '<em><b>Parameters</b></em>' containment reference list.
     * The list contents are of type {@link org.nullcline.model.Parameter}.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Settings of the figure that were changed.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Parameters</em>' containment reference list.
     * @see org.nullcline.model.ExperimentPackage#getFigureRequest_Parameters()
     * @model containment="true"
     *        extendedMetaData="kind='element' name='parameter'"
     * @generated
     */
    EList<Parameter> getParameters();

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * The text that was set for this parameter, or null when the default of its declaration holds.
     * <!-- end-model-doc -->
     * @model
     * @generated
     */
    String value(String name);

} // FigureRequest
