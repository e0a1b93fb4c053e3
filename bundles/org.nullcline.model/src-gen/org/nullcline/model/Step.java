// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Step</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * One unit of work: a contribution with its parameters. A step whose contribution is not installed is kept as it is.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.nullcline.model.Step#getId <em>Id</em>}</li>
 *   <li>{@link org.nullcline.model.Step#getContribution <em>Contribution</em>}</li>
 *   <li>{@link org.nullcline.model.Step#getVersion <em>Version</em>}</li>
 *   <li>{@link org.nullcline.model.Step#getPlugin <em>Plugin</em>}</li>
 *   <li>{@link org.nullcline.model.Step#getLabel <em>Label</em>}</li>
 *   <li>{@link org.nullcline.model.Step#isEnabled <em>Enabled</em>}</li>
 *   <li>{@link org.nullcline.model.Step#getSeed <em>Seed</em>}</li>
 *   <li>{@link org.nullcline.model.Step#getX <em>X</em>}</li>
 *   <li>{@link org.nullcline.model.Step#getY <em>Y</em>}</li>
 *   <li>{@link org.nullcline.model.Step#getParameters <em>Parameters</em>}</li>
 * </ul>
 *
 * @see org.nullcline.model.ExperimentPackage#getStep()
 * @model
 * @generated
 */
public interface Step extends EObject {
    /**
     * Returns the value of the '<em><b>Id</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Stable identity of this step within the experiment; letters, digits, '-' and '_', starting with a letter. Never reused for something else.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Id</em>' attribute.
     * @see #setId(String)
     * @see org.nullcline.model.ExperimentPackage#getStep_Id()
     * @model id="true" required="true"
     * @generated
     */
    String getId();

    /**
     * Sets the value of the '{@link org.nullcline.model.Step#getId <em>Id</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Id</em>' attribute.
     * @see #getId()
     * @generated
     */
    void setId(String value);

    /**
     * Returns the value of the '<em><b>Contribution</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Full id of the contribution that does the work, for example org.nullcline.fit.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Contribution</em>' attribute.
     * @see #setContribution(String)
     * @see org.nullcline.model.ExperimentPackage#getStep_Contribution()
     * @model required="true"
     * @generated
     */
    String getContribution();

    /**
     * Sets the value of the '{@link org.nullcline.model.Step#getContribution <em>Contribution</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Contribution</em>' attribute.
     * @see #getContribution()
     * @generated
     */
    void setContribution(String value);

    /**
     * Returns the value of the '<em><b>Version</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Version of the contribution that the parameters were written for; null when not known.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Version</em>' attribute.
     * @see #setVersion(String)
     * @see org.nullcline.model.ExperimentPackage#getStep_Version()
     * @model
     * @generated
     */
    String getVersion();

    /**
     * Sets the value of the '{@link org.nullcline.model.Step#getVersion <em>Version</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Version</em>' attribute.
     * @see #getVersion()
     * @generated
     */
    void setVersion(String value);

    /**
     * Returns the value of the '<em><b>Plugin</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Symbolic name of the plug-in that offered the contribution, to name it when it is missing; null when not known.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Plugin</em>' attribute.
     * @see #setPlugin(String)
     * @see org.nullcline.model.ExperimentPackage#getStep_Plugin()
     * @model
     * @generated
     */
    String getPlugin();

    /**
     * Sets the value of the '{@link org.nullcline.model.Step#getPlugin <em>Plugin</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Plugin</em>' attribute.
     * @see #getPlugin()
     * @generated
     */
    void setPlugin(String value);

    /**
     * Returns the value of the '<em><b>Label</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Name that the user gave to the step; null to show the name of the contribution.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Label</em>' attribute.
     * @see #setLabel(String)
     * @see org.nullcline.model.ExperimentPackage#getStep_Label()
     * @model
     * @generated
     */
    String getLabel();

    /**
     * Sets the value of the '{@link org.nullcline.model.Step#getLabel <em>Label</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Label</em>' attribute.
     * @see #getLabel()
     * @generated
     */
    void setLabel(String value);

    /**
     * Returns the value of the '<em><b>Enabled</b></em>' attribute.
     * The default value is <code>"true"</code>.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * A disabled step is left out of the plan, with everything that needs its outputs.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Enabled</em>' attribute.
     * @see #setEnabled(boolean)
     * @see org.nullcline.model.ExperimentPackage#getStep_Enabled()
     * @model default="true"
     * @generated
     */
    boolean isEnabled();

    /**
     * Sets the value of the '{@link org.nullcline.model.Step#isEnabled <em>Enabled</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Enabled</em>' attribute.
     * @see #isEnabled()
     * @generated
     */
    void setEnabled(boolean value);

    /**
     * Returns the value of the '<em><b>Seed</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Seed of this step alone; null to follow the seed of the experiment.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Seed</em>' attribute.
     * @see #setSeed(Long)
     * @see org.nullcline.model.ExperimentPackage#getStep_Seed()
     * @model
     * @generated
     */
    Long getSeed();

    /**
     * Sets the value of the '{@link org.nullcline.model.Step#getSeed <em>Seed</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Seed</em>' attribute.
     * @see #getSeed()
     * @generated
     */
    void setSeed(Long value);

    /**
     * Returns the value of the '<em><b>X</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Left edge on the canvas, in pixels at 100 %.
     * <!-- end-model-doc -->
     * @return the value of the '<em>X</em>' attribute.
     * @see #setX(int)
     * @see org.nullcline.model.ExperimentPackage#getStep_X()
     * @model
     * @generated
     */
    int getX();

    /**
     * Sets the value of the '{@link org.nullcline.model.Step#getX <em>X</em>}' attribute.
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
     * @see org.nullcline.model.ExperimentPackage#getStep_Y()
     * @model
     * @generated
     */
    int getY();

    /**
     * Sets the value of the '{@link org.nullcline.model.Step#getY <em>Y</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @param value the new value of the '<em>Y</em>' attribute.
     * @see #getY()
     * @generated
     */
    void setY(int value);

    /**
     * Returns the value of the '<em><b>Parameters</b></em>' containment reference list.
     * The list contents are of type {@link org.nullcline.model.Parameter}.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * The parameters that were set, in the order in which they were first set.
     * <!-- end-model-doc -->
     * @return the value of the '<em>Parameters</em>' containment reference list.
     * @see org.nullcline.model.ExperimentPackage#getStep_Parameters()
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

} // Step
