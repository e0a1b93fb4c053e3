// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Note</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A remark on the canvas.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.nullcline.model.Note#getId <em>Id</em>}</li>
 *   <li>{@link org.nullcline.model.Note#getStep <em>Step</em>}</li>
 *   <li>{@link org.nullcline.model.Note#getAuthor <em>Author</em>}</li>
 *   <li>{@link org.nullcline.model.Note#getDate <em>Date</em>}</li>
 *   <li>{@link org.nullcline.model.Note#getX <em>X</em>}</li>
 *   <li>{@link org.nullcline.model.Note#getY <em>Y</em>}</li>
 *   <li>{@link org.nullcline.model.Note#getWidth <em>Width</em>}</li>
 *   <li>{@link org.nullcline.model.Note#getHeight <em>Height</em>}</li>
 *   <li>{@link org.nullcline.model.Note#getText <em>Text</em>}</li>
 * </ul>
 *
 * @see org.nullcline.model.ExperimentPackage#getNote()
 * @model
 * @generated
 */
public interface Note extends EObject {
    /**
     * Returns the value of the '<em><b>Id</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Stable identity of this note within the experiment; letters, digits, '-' and '_', starting with a letter. Never reused for something else.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Id</em>' attribute.
     * @see #setId(String)
     * @see org.nullcline.model.ExperimentPackage#getNote_Id()
     * @model id="true"
     * @generated
     */
    String getId();

    /**
     * Sets the value of the '{@link org.nullcline.model.Note#getId <em>Id</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Id</em>' attribute.
     * @see #getId()
     * @generated
     */
    void setId(String value);

    /**
     * Returns the value of the '<em><b>Step</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Id of the step that the remark is about; null for a free remark.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Step</em>' attribute.
     * @see #setStep(String)
     * @see org.nullcline.model.ExperimentPackage#getNote_Step()
     * @model
     * @generated
     */
    String getStep();

    /**
     * Sets the value of the '{@link org.nullcline.model.Note#getStep <em>Step</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Step</em>' attribute.
     * @see #getStep()
     * @generated
     */
    void setStep(String value);

    /**
     * Returns the value of the '<em><b>Author</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Who wrote it, as the author wishes to be named.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Author</em>' attribute.
     * @see #setAuthor(String)
     * @see org.nullcline.model.ExperimentPackage#getNote_Author()
     * @model
     * @generated
     */
    String getAuthor();

    /**
     * Sets the value of the '{@link org.nullcline.model.Note#getAuthor <em>Author</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Author</em>' attribute.
     * @see #getAuthor()
     * @generated
     */
    void setAuthor(String value);

    /**
     * Returns the value of the '<em><b>Date</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * When it was written, as an ISO 8601 date.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Date</em>' attribute.
     * @see #setDate(String)
     * @see org.nullcline.model.ExperimentPackage#getNote_Date()
     * @model
     * @generated
     */
    String getDate();

    /**
     * Sets the value of the '{@link org.nullcline.model.Note#getDate <em>Date</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Date</em>' attribute.
     * @see #getDate()
     * @generated
     */
    void setDate(String value);

    /**
     * Returns the value of the '<em><b>X</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Left edge on the canvas, in pixels at 100 %.
     * <!-- end-model-doc -->
     * @return the value of the '<em>X</em>' attribute.
     * @see #setX(int)
     * @see org.nullcline.model.ExperimentPackage#getNote_X()
     * @model
     * @generated
     */
    int getX();

    /**
     * Sets the value of the '{@link org.nullcline.model.Note#getX <em>X</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>X</em>' attribute.
     * @see #getX()
     * @generated
     */
    void setX(int value);

    /**
     * Returns the value of the '<em><b>Y</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Upper edge on the canvas, in pixels at 100 %.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Y</em>' attribute.
     * @see #setY(int)
     * @see org.nullcline.model.ExperimentPackage#getNote_Y()
     * @model
     * @generated
     */
    int getY();

    /**
     * Sets the value of the '{@link org.nullcline.model.Note#getY <em>Y</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Y</em>' attribute.
     * @see #getY()
     * @generated
     */
    void setY(int value);

    /**
     * Returns the value of the '<em><b>Width</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Width on the canvas; 0 for as wide as the text needs.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Width</em>' attribute.
     * @see #setWidth(int)
     * @see org.nullcline.model.ExperimentPackage#getNote_Width()
     * @model
     * @generated
     */
    int getWidth();

    /**
     * Sets the value of the '{@link org.nullcline.model.Note#getWidth <em>Width</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Width</em>' attribute.
     * @see #getWidth()
     * @generated
     */
    void setWidth(int value);

    /**
     * Returns the value of the '<em><b>Height</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Height on the canvas; 0 for as high as the text needs.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Height</em>' attribute.
     * @see #setHeight(int)
     * @see org.nullcline.model.ExperimentPackage#getNote_Height()
     * @model
     * @generated
     */
    int getHeight();

    /**
     * Sets the value of the '{@link org.nullcline.model.Note#getHeight <em>Height</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Height</em>' attribute.
     * @see #getHeight()
     * @generated
     */
    void setHeight(int value);

    /**
     * Returns the value of the '<em><b>Text</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * The remark.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Text</em>' attribute.
     * @see #setText(String)
     * @see org.nullcline.model.ExperimentPackage#getNote_Text()
     * @model extendedMetaData="kind='element' name='text'"
     * @generated
     */
    String getText();

    /**
     * Sets the value of the '{@link org.nullcline.model.Note#getText <em>Text</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Text</em>' attribute.
     * @see #getText()
     * @generated
     */
    void setText(String value);

} // Note
