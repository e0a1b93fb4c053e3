// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import org.eclipse.emf.ecore.EFactory;

/**
 * <!-- begin-user-doc -->
 * The <b>Factory</b> for the model.
 * It provides a create method for each non-abstract class of the model.
 * <!-- end-user-doc -->
 * @see org.nullcline.model.ExperimentPackage
 * @generated
 */
public interface ExperimentFactory extends EFactory {
    /**
     * The singleton instance of the factory.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    ExperimentFactory eINSTANCE = org.nullcline.model.impl.ExperimentFactoryImpl.init();

    /**
     * Returns a new object of class '<em>Experiment</em>'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return a new object of class '<em>Experiment</em>'.
     * @generated
     */
    Experiment createExperiment();

    /**
     * Returns a new object of class '<em>Step</em>'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return a new object of class '<em>Step</em>'.
     * @generated
     */
    Step createStep();

    /**
     * Returns a new object of class '<em>Parameter</em>'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return a new object of class '<em>Parameter</em>'.
     * @generated
     */
    Parameter createParameter();

    /**
     * Returns a new object of class '<em>Link</em>'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return a new object of class '<em>Link</em>'.
     * @generated
     */
    Link createLink();

    /**
     * Returns a new object of class '<em>Sweep Axis</em>'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return a new object of class '<em>Sweep Axis</em>'.
     * @generated
     */
    SweepAxis createSweepAxis();

    /**
     * Returns a new object of class '<em>Note</em>'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return a new object of class '<em>Note</em>'.
     * @generated
     */
    Note createNote();

    /**
     * Returns a new object of class '<em>Figure Request</em>'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return a new object of class '<em>Figure Request</em>'.
     * @generated
     */
    FigureRequest createFigureRequest();

    /**
     * Returns a new object of class '<em>Expectation</em>'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return a new object of class '<em>Expectation</em>'.
     * @generated
     */
    Expectation createExpectation();

                /**
     * Returns the package supported by this factory.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the package supported by this factory.
     * @generated
     */
    ExperimentPackage getExperimentPackage();

} //ExperimentFactory
