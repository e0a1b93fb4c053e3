// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EOperation;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;

/**
 * <!-- begin-user-doc -->
 * The <b>Package</b> for the model.
 * It contains accessors for the meta objects to represent
 * <ul>
 *   <li>each class,</li>
 *   <li>each feature of each class,</li>
 *   <li>each operation of each class,</li>
 *   <li>each enum,</li>
 *   <li>and each data type</li>
 * </ul>
 * <!-- end-user-doc -->
 * @see org.nullcline.model.ExperimentFactory
 * @model kind="package"
 * @generated
 */
public interface ExperimentPackage extends EPackage {
    /**
     * The package name.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    String eNAME = "model";

    /**
     * The package namespace URI.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    String eNS_URI = "urn:nullcline:experiment";

    /**
     * The package namespace name.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    String eNS_PREFIX = "experiment";

    /**
     * The singleton instance of the package.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    ExperimentPackage eINSTANCE = org.nullcline.model.impl.ExperimentPackageImpl.init();

    /**
     * The meta object id for the '{@link org.nullcline.model.impl.ExperimentImpl <em>Experiment</em>}' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see org.nullcline.model.impl.ExperimentImpl
     * @see org.nullcline.model.impl.ExperimentPackageImpl#getExperiment()
     * @generated
     */
    int EXPERIMENT = 0;

    /**
     * The feature id for the '<em><b>Format</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT__FORMAT = 0;

    /**
     * The feature id for the '<em><b>Name</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT__NAME = 1;

    /**
     * The feature id for the '<em><b>Seed</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT__SEED = 2;

    /**
     * The feature id for the '<em><b>Description</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT__DESCRIPTION = 3;

    /**
     * The feature id for the '<em><b>Tags</b></em>' attribute list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT__TAGS = 4;

    /**
     * The feature id for the '<em><b>Steps</b></em>' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT__STEPS = 5;

    /**
     * The feature id for the '<em><b>Links</b></em>' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT__LINKS = 6;

    /**
     * The feature id for the '<em><b>Axes</b></em>' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT__AXES = 7;

    /**
     * The feature id for the '<em><b>Notes</b></em>' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT__NOTES = 8;

    /**
     * The feature id for the '<em><b>Figures</b></em>' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT__FIGURES = 9;

    /**
     * The feature id for the '<em><b>Expectations</b></em>' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT__EXPECTATIONS = 10;

                /**
     * The number of structural features of the '<em>Experiment</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT_FEATURE_COUNT = 11;

    /**
     * The operation id for the '<em>Step</em>' operation.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT___STEP__STRING = 0;

    /**
     * The operation id for the '<em>Axis</em>' operation.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT___AXIS__STRING = 1;

    /**
     * The number of operations of the '<em>Experiment</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPERIMENT_OPERATION_COUNT = 2;

    /**
     * The meta object id for the '{@link org.nullcline.model.impl.StepImpl <em>Step</em>}' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see org.nullcline.model.impl.StepImpl
     * @see org.nullcline.model.impl.ExperimentPackageImpl#getStep()
     * @generated
     */
    int STEP = 1;

    /**
     * The feature id for the '<em><b>Id</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int STEP__ID = 0;

    /**
     * The feature id for the '<em><b>Contribution</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int STEP__CONTRIBUTION = 1;

    /**
     * The feature id for the '<em><b>Version</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int STEP__VERSION = 2;

    /**
     * The feature id for the '<em><b>Plugin</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int STEP__PLUGIN = 3;

    /**
     * The feature id for the '<em><b>Label</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int STEP__LABEL = 4;

    /**
     * The feature id for the '<em><b>Enabled</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int STEP__ENABLED = 5;

    /**
     * The feature id for the '<em><b>Seed</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int STEP__SEED = 6;

    /**
     * The feature id for the '<em><b>X</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int STEP__X = 7;

    /**
     * The feature id for the '<em><b>Y</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int STEP__Y = 8;

    /**
     * The feature id for the '<em><b>Parameters</b></em>' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int STEP__PARAMETERS = 9;

    /**
     * The number of structural features of the '<em>Step</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int STEP_FEATURE_COUNT = 10;

    /**
     * The operation id for the '<em>Value</em>' operation.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int STEP___VALUE__STRING = 0;

    /**
     * The number of operations of the '<em>Step</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int STEP_OPERATION_COUNT = 1;

    /**
     * The meta object id for the '{@link org.nullcline.model.impl.ParameterImpl <em>Parameter</em>}' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see org.nullcline.model.impl.ParameterImpl
     * @see org.nullcline.model.impl.ExperimentPackageImpl#getParameter()
     * @generated
     */
    int PARAMETER = 2;

    /**
     * The feature id for the '<em><b>Name</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int PARAMETER__NAME = 0;

    /**
     * The feature id for the '<em><b>Value</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int PARAMETER__VALUE = 1;

    /**
     * The number of structural features of the '<em>Parameter</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int PARAMETER_FEATURE_COUNT = 2;

    /**
     * The number of operations of the '<em>Parameter</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int PARAMETER_OPERATION_COUNT = 0;

    /**
     * The meta object id for the '{@link org.nullcline.model.impl.LinkImpl <em>Link</em>}' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see org.nullcline.model.impl.LinkImpl
     * @see org.nullcline.model.impl.ExperimentPackageImpl#getLink()
     * @generated
     */
    int LINK = 3;

    /**
     * The feature id for the '<em><b>Source</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int LINK__SOURCE = 0;

    /**
     * The feature id for the '<em><b>Output</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int LINK__OUTPUT = 1;

    /**
     * The feature id for the '<em><b>Target</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int LINK__TARGET = 2;

    /**
     * The feature id for the '<em><b>Input</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int LINK__INPUT = 3;

    /**
     * The feature id for the '<em><b>Gather</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int LINK__GATHER = 4;

    /**
     * The feature id for the '<em><b>Over</b></em>' attribute list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int LINK__OVER = 5;

    /**
     * The number of structural features of the '<em>Link</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int LINK_FEATURE_COUNT = 6;

    /**
     * The number of operations of the '<em>Link</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int LINK_OPERATION_COUNT = 0;

    /**
     * The meta object id for the '{@link org.nullcline.model.impl.SweepAxisImpl <em>Sweep Axis</em>}' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see org.nullcline.model.impl.SweepAxisImpl
     * @see org.nullcline.model.impl.ExperimentPackageImpl#getSweepAxis()
     * @generated
     */
    int SWEEP_AXIS = 4;

    /**
     * The feature id for the '<em><b>Id</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS__ID = 0;

    /**
     * The feature id for the '<em><b>Kind</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS__KIND = 1;

    /**
     * The feature id for the '<em><b>Path</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS__PATH = 2;

    /**
     * The feature id for the '<em><b>From</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS__FROM = 3;

    /**
     * The feature id for the '<em><b>To</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS__TO = 4;

    /**
     * The feature id for the '<em><b>Step</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS__STEP = 5;

    /**
     * The feature id for the '<em><b>Count</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS__COUNT = 6;

    /**
     * The feature id for the '<em><b>Integer</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS__INTEGER = 7;

    /**
     * The feature id for the '<em><b>Distribution</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS__DISTRIBUTION = 8;

    /**
     * The feature id for the '<em><b>Seed</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS__SEED = 9;

    /**
     * The feature id for the '<em><b>Values</b></em>' attribute list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS__VALUES = 10;

    /**
     * The feature id for the '<em><b>Axes</b></em>' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS__AXES = 11;

    /**
     * The number of structural features of the '<em>Sweep Axis</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS_FEATURE_COUNT = 12;

    /**
     * The number of operations of the '<em>Sweep Axis</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int SWEEP_AXIS_OPERATION_COUNT = 0;

    /**
     * The meta object id for the '{@link org.nullcline.model.impl.NoteImpl <em>Note</em>}' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see org.nullcline.model.impl.NoteImpl
     * @see org.nullcline.model.impl.ExperimentPackageImpl#getNote()
     * @generated
     */
    int NOTE = 5;

    /**
     * The feature id for the '<em><b>Id</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int NOTE__ID = 0;

    /**
     * The feature id for the '<em><b>Step</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int NOTE__STEP = 1;

    /**
     * The feature id for the '<em><b>Author</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int NOTE__AUTHOR = 2;

    /**
     * The feature id for the '<em><b>Date</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int NOTE__DATE = 3;

    /**
     * The feature id for the '<em><b>X</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int NOTE__X = 4;

    /**
     * The feature id for the '<em><b>Y</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int NOTE__Y = 5;

    /**
     * The feature id for the '<em><b>Width</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int NOTE__WIDTH = 6;

    /**
     * The feature id for the '<em><b>Height</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int NOTE__HEIGHT = 7;

    /**
     * The feature id for the '<em><b>Text</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int NOTE__TEXT = 8;

    /**
     * The number of structural features of the '<em>Note</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int NOTE_FEATURE_COUNT = 9;

    /**
     * The number of operations of the '<em>Note</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int NOTE_OPERATION_COUNT = 0;

    /**
     * The meta object id for the '{@link org.nullcline.model.impl.FigureRequestImpl <em>Figure Request</em>}' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see org.nullcline.model.impl.FigureRequestImpl
     * @see org.nullcline.model.impl.ExperimentPackageImpl#getFigureRequest()
     * @generated
     */
    int FIGURE_REQUEST = 6;

    /**
     * The feature id for the '<em><b>Id</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int FIGURE_REQUEST__ID = 0;

    /**
     * The feature id for the '<em><b>Figure</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int FIGURE_REQUEST__FIGURE = 1;

    /**
     * The feature id for the '<em><b>Source</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int FIGURE_REQUEST__SOURCE = 2;

    /**
     * The feature id for the '<em><b>Output</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int FIGURE_REQUEST__OUTPUT = 3;

    /**
     * The feature id for the '<em><b>Title</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int FIGURE_REQUEST__TITLE = 4;

    /**
     * The feature id for the '<em><b>Parameters</b></em>' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int FIGURE_REQUEST__PARAMETERS = 5;

    /**
     * The number of structural features of the '<em>Figure Request</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int FIGURE_REQUEST_FEATURE_COUNT = 6;

    /**
     * The operation id for the '<em>Value</em>' operation.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int FIGURE_REQUEST___VALUE__STRING = 0;

    /**
     * The number of operations of the '<em>Figure Request</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int FIGURE_REQUEST_OPERATION_COUNT = 1;


    /**
     * The meta object id for the '{@link org.nullcline.model.impl.ExpectationImpl <em>Expectation</em>}' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see org.nullcline.model.impl.ExpectationImpl
     * @see org.nullcline.model.impl.ExperimentPackageImpl#getExpectation()
     * @generated
     */
    int EXPECTATION = 7;

                /**
     * The feature id for the '<em><b>Id</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION__ID = 0;

                /**
     * The feature id for the '<em><b>Title</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION__TITLE = 1;

                /**
     * The feature id for the '<em><b>Source</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION__SOURCE = 2;

                /**
     * The feature id for the '<em><b>Output</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION__OUTPUT = 3;

                /**
     * The feature id for the '<em><b>Score</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION__SCORE = 4;

                /**
     * The feature id for the '<em><b>Where</b></em>' attribute list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION__WHERE = 5;

                /**
     * The feature id for the '<em><b>Summary</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION__SUMMARY = 6;

                /**
     * The feature id for the '<em><b>Published</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION__PUBLISHED = 7;

                /**
     * The feature id for the '<em><b>Spread</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION__SPREAD = 8;

                /**
     * The feature id for the '<em><b>At Least</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION__AT_LEAST = 9;

                /**
     * The feature id for the '<em><b>At Most</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION__AT_MOST = 10;

                /**
     * The feature id for the '<em><b>Note</b></em>' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION__NOTE = 11;

                /**
     * The number of structural features of the '<em>Expectation</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION_FEATURE_COUNT = 12;

                /**
     * The number of operations of the '<em>Expectation</em>' class.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     * @ordered
     */
    int EXPECTATION_OPERATION_COUNT = 0;


                /**
     * Returns the meta object for class '{@link org.nullcline.model.Experiment <em>Experiment</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for class '<em>Experiment</em>'.
     * @see org.nullcline.model.Experiment
     * @generated
     */
    EClass getExperiment();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Experiment#getFormat <em>Format</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Format</em>'.
     * @see org.nullcline.model.Experiment#getFormat()
     * @see #getExperiment()
     * @generated
     */
    EAttribute getExperiment_Format();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Experiment#getName <em>Name</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Name</em>'.
     * @see org.nullcline.model.Experiment#getName()
     * @see #getExperiment()
     * @generated
     */
    EAttribute getExperiment_Name();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Experiment#getSeed <em>Seed</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Seed</em>'.
     * @see org.nullcline.model.Experiment#getSeed()
     * @see #getExperiment()
     * @generated
     */
    EAttribute getExperiment_Seed();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Experiment#getDescription <em>Description</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Description</em>'.
     * @see org.nullcline.model.Experiment#getDescription()
     * @see #getExperiment()
     * @generated
     */
    EAttribute getExperiment_Description();

    /**
     * Returns the meta object for the attribute list '{@link org.nullcline.model.Experiment#getTags <em>Tags</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute list '<em>Tags</em>'.
     * @see org.nullcline.model.Experiment#getTags()
     * @see #getExperiment()
     * @generated
     */
    EAttribute getExperiment_Tags();

    /**
     * Returns the meta object for the containment reference list '{@link org.nullcline.model.Experiment#getSteps <em>Steps</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the containment reference list '<em>Steps</em>'.
     * @see org.nullcline.model.Experiment#getSteps()
     * @see #getExperiment()
     * @generated
     */
    EReference getExperiment_Steps();

    /**
     * Returns the meta object for the containment reference list '{@link org.nullcline.model.Experiment#getLinks <em>Links</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the containment reference list '<em>Links</em>'.
     * @see org.nullcline.model.Experiment#getLinks()
     * @see #getExperiment()
     * @generated
     */
    EReference getExperiment_Links();

    /**
     * Returns the meta object for the containment reference list '{@link org.nullcline.model.Experiment#getAxes <em>Axes</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the containment reference list '<em>Axes</em>'.
     * @see org.nullcline.model.Experiment#getAxes()
     * @see #getExperiment()
     * @generated
     */
    EReference getExperiment_Axes();

    /**
     * Returns the meta object for the containment reference list '{@link org.nullcline.model.Experiment#getNotes <em>Notes</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the containment reference list '<em>Notes</em>'.
     * @see org.nullcline.model.Experiment#getNotes()
     * @see #getExperiment()
     * @generated
     */
    EReference getExperiment_Notes();

    /**
     * Returns the meta object for the containment reference list '{@link org.nullcline.model.Experiment#getFigures <em>Figures</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the containment reference list '<em>Figures</em>'.
     * @see org.nullcline.model.Experiment#getFigures()
     * @see #getExperiment()
     * @generated
     */
    EReference getExperiment_Figures();

    /**
     * Returns the meta object for the containment reference list '{@link org.nullcline.model.Experiment#getExpectations <em>Expectations</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the containment reference list '<em>Expectations</em>'.
     * @see org.nullcline.model.Experiment#getExpectations()
     * @see #getExperiment()
     * @generated
     */
    EReference getExperiment_Expectations();

                /**
     * Returns the meta object for the '{@link org.nullcline.model.Experiment#step(java.lang.String) <em>Step</em>}' operation.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the '<em>Step</em>' operation.
     * @see org.nullcline.model.Experiment#step(java.lang.String)
     * @generated
     */
    EOperation getExperiment__Step__String();

    /**
     * Returns the meta object for the '{@link org.nullcline.model.Experiment#axis(java.lang.String) <em>Axis</em>}' operation.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the '<em>Axis</em>' operation.
     * @see org.nullcline.model.Experiment#axis(java.lang.String)
     * @generated
     */
    EOperation getExperiment__Axis__String();

    /**
     * Returns the meta object for class '{@link org.nullcline.model.Step <em>Step</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for class '<em>Step</em>'.
     * @see org.nullcline.model.Step
     * @generated
     */
    EClass getStep();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Step#getId <em>Id</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Id</em>'.
     * @see org.nullcline.model.Step#getId()
     * @see #getStep()
     * @generated
     */
    EAttribute getStep_Id();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Step#getContribution <em>Contribution</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Contribution</em>'.
     * @see org.nullcline.model.Step#getContribution()
     * @see #getStep()
     * @generated
     */
    EAttribute getStep_Contribution();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Step#getVersion <em>Version</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Version</em>'.
     * @see org.nullcline.model.Step#getVersion()
     * @see #getStep()
     * @generated
     */
    EAttribute getStep_Version();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Step#getPlugin <em>Plugin</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Plugin</em>'.
     * @see org.nullcline.model.Step#getPlugin()
     * @see #getStep()
     * @generated
     */
    EAttribute getStep_Plugin();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Step#getLabel <em>Label</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Label</em>'.
     * @see org.nullcline.model.Step#getLabel()
     * @see #getStep()
     * @generated
     */
    EAttribute getStep_Label();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Step#isEnabled <em>Enabled</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Enabled</em>'.
     * @see org.nullcline.model.Step#isEnabled()
     * @see #getStep()
     * @generated
     */
    EAttribute getStep_Enabled();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Step#getSeed <em>Seed</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Seed</em>'.
     * @see org.nullcline.model.Step#getSeed()
     * @see #getStep()
     * @generated
     */
    EAttribute getStep_Seed();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Step#getX <em>X</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>X</em>'.
     * @see org.nullcline.model.Step#getX()
     * @see #getStep()
     * @generated
     */
    EAttribute getStep_X();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Step#getY <em>Y</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Y</em>'.
     * @see org.nullcline.model.Step#getY()
     * @see #getStep()
     * @generated
     */
    EAttribute getStep_Y();

    /**
     * Returns the meta object for the containment reference list '{@link org.nullcline.model.Step#getParameters <em>Parameters</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the containment reference list '<em>Parameters</em>'.
     * @see org.nullcline.model.Step#getParameters()
     * @see #getStep()
     * @generated
     */
    EReference getStep_Parameters();

    /**
     * Returns the meta object for the '{@link org.nullcline.model.Step#value(java.lang.String) <em>Value</em>}' operation.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the '<em>Value</em>' operation.
     * @see org.nullcline.model.Step#value(java.lang.String)
     * @generated
     */
    EOperation getStep__Value__String();

    /**
     * Returns the meta object for class '{@link org.nullcline.model.Parameter <em>Parameter</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for class '<em>Parameter</em>'.
     * @see org.nullcline.model.Parameter
     * @generated
     */
    EClass getParameter();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Parameter#getName <em>Name</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Name</em>'.
     * @see org.nullcline.model.Parameter#getName()
     * @see #getParameter()
     * @generated
     */
    EAttribute getParameter_Name();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Parameter#getValue <em>Value</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Value</em>'.
     * @see org.nullcline.model.Parameter#getValue()
     * @see #getParameter()
     * @generated
     */
    EAttribute getParameter_Value();

    /**
     * Returns the meta object for class '{@link org.nullcline.model.Link <em>Link</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for class '<em>Link</em>'.
     * @see org.nullcline.model.Link
     * @generated
     */
    EClass getLink();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Link#getSource <em>Source</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Source</em>'.
     * @see org.nullcline.model.Link#getSource()
     * @see #getLink()
     * @generated
     */
    EAttribute getLink_Source();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Link#getOutput <em>Output</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Output</em>'.
     * @see org.nullcline.model.Link#getOutput()
     * @see #getLink()
     * @generated
     */
    EAttribute getLink_Output();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Link#getTarget <em>Target</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Target</em>'.
     * @see org.nullcline.model.Link#getTarget()
     * @see #getLink()
     * @generated
     */
    EAttribute getLink_Target();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Link#getInput <em>Input</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Input</em>'.
     * @see org.nullcline.model.Link#getInput()
     * @see #getLink()
     * @generated
     */
    EAttribute getLink_Input();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Link#isGather <em>Gather</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Gather</em>'.
     * @see org.nullcline.model.Link#isGather()
     * @see #getLink()
     * @generated
     */
    EAttribute getLink_Gather();

    /**
     * Returns the meta object for the attribute list '{@link org.nullcline.model.Link#getOver <em>Over</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute list '<em>Over</em>'.
     * @see org.nullcline.model.Link#getOver()
     * @see #getLink()
     * @generated
     */
    EAttribute getLink_Over();

    /**
     * Returns the meta object for class '{@link org.nullcline.model.SweepAxis <em>Sweep Axis</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for class '<em>Sweep Axis</em>'.
     * @see org.nullcline.model.SweepAxis
     * @generated
     */
    EClass getSweepAxis();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.SweepAxis#getId <em>Id</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Id</em>'.
     * @see org.nullcline.model.SweepAxis#getId()
     * @see #getSweepAxis()
     * @generated
     */
    EAttribute getSweepAxis_Id();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.SweepAxis#getKind <em>Kind</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Kind</em>'.
     * @see org.nullcline.model.SweepAxis#getKind()
     * @see #getSweepAxis()
     * @generated
     */
    EAttribute getSweepAxis_Kind();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.SweepAxis#getPath <em>Path</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Path</em>'.
     * @see org.nullcline.model.SweepAxis#getPath()
     * @see #getSweepAxis()
     * @generated
     */
    EAttribute getSweepAxis_Path();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.SweepAxis#getFrom <em>From</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>From</em>'.
     * @see org.nullcline.model.SweepAxis#getFrom()
     * @see #getSweepAxis()
     * @generated
     */
    EAttribute getSweepAxis_From();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.SweepAxis#getTo <em>To</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>To</em>'.
     * @see org.nullcline.model.SweepAxis#getTo()
     * @see #getSweepAxis()
     * @generated
     */
    EAttribute getSweepAxis_To();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.SweepAxis#getStep <em>Step</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Step</em>'.
     * @see org.nullcline.model.SweepAxis#getStep()
     * @see #getSweepAxis()
     * @generated
     */
    EAttribute getSweepAxis_Step();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.SweepAxis#getCount <em>Count</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Count</em>'.
     * @see org.nullcline.model.SweepAxis#getCount()
     * @see #getSweepAxis()
     * @generated
     */
    EAttribute getSweepAxis_Count();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.SweepAxis#isInteger <em>Integer</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Integer</em>'.
     * @see org.nullcline.model.SweepAxis#isInteger()
     * @see #getSweepAxis()
     * @generated
     */
    EAttribute getSweepAxis_Integer();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.SweepAxis#getDistribution <em>Distribution</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Distribution</em>'.
     * @see org.nullcline.model.SweepAxis#getDistribution()
     * @see #getSweepAxis()
     * @generated
     */
    EAttribute getSweepAxis_Distribution();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.SweepAxis#getSeed <em>Seed</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Seed</em>'.
     * @see org.nullcline.model.SweepAxis#getSeed()
     * @see #getSweepAxis()
     * @generated
     */
    EAttribute getSweepAxis_Seed();

    /**
     * Returns the meta object for the attribute list '{@link org.nullcline.model.SweepAxis#getValues <em>Values</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute list '<em>Values</em>'.
     * @see org.nullcline.model.SweepAxis#getValues()
     * @see #getSweepAxis()
     * @generated
     */
    EAttribute getSweepAxis_Values();

    /**
     * Returns the meta object for the containment reference list '{@link org.nullcline.model.SweepAxis#getAxes <em>Axes</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the containment reference list '<em>Axes</em>'.
     * @see org.nullcline.model.SweepAxis#getAxes()
     * @see #getSweepAxis()
     * @generated
     */
    EReference getSweepAxis_Axes();

    /**
     * Returns the meta object for class '{@link org.nullcline.model.Note <em>Note</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for class '<em>Note</em>'.
     * @see org.nullcline.model.Note
     * @generated
     */
    EClass getNote();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Note#getId <em>Id</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Id</em>'.
     * @see org.nullcline.model.Note#getId()
     * @see #getNote()
     * @generated
     */
    EAttribute getNote_Id();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Note#getStep <em>Step</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Step</em>'.
     * @see org.nullcline.model.Note#getStep()
     * @see #getNote()
     * @generated
     */
    EAttribute getNote_Step();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Note#getAuthor <em>Author</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Author</em>'.
     * @see org.nullcline.model.Note#getAuthor()
     * @see #getNote()
     * @generated
     */
    EAttribute getNote_Author();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Note#getDate <em>Date</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Date</em>'.
     * @see org.nullcline.model.Note#getDate()
     * @see #getNote()
     * @generated
     */
    EAttribute getNote_Date();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Note#getX <em>X</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>X</em>'.
     * @see org.nullcline.model.Note#getX()
     * @see #getNote()
     * @generated
     */
    EAttribute getNote_X();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Note#getY <em>Y</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Y</em>'.
     * @see org.nullcline.model.Note#getY()
     * @see #getNote()
     * @generated
     */
    EAttribute getNote_Y();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Note#getWidth <em>Width</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Width</em>'.
     * @see org.nullcline.model.Note#getWidth()
     * @see #getNote()
     * @generated
     */
    EAttribute getNote_Width();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Note#getHeight <em>Height</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Height</em>'.
     * @see org.nullcline.model.Note#getHeight()
     * @see #getNote()
     * @generated
     */
    EAttribute getNote_Height();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Note#getText <em>Text</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Text</em>'.
     * @see org.nullcline.model.Note#getText()
     * @see #getNote()
     * @generated
     */
    EAttribute getNote_Text();

    /**
     * Returns the meta object for class '{@link org.nullcline.model.FigureRequest <em>Figure Request</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for class '<em>Figure Request</em>'.
     * @see org.nullcline.model.FigureRequest
     * @generated
     */
    EClass getFigureRequest();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.FigureRequest#getId <em>Id</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Id</em>'.
     * @see org.nullcline.model.FigureRequest#getId()
     * @see #getFigureRequest()
     * @generated
     */
    EAttribute getFigureRequest_Id();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.FigureRequest#getFigure <em>Figure</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Figure</em>'.
     * @see org.nullcline.model.FigureRequest#getFigure()
     * @see #getFigureRequest()
     * @generated
     */
    EAttribute getFigureRequest_Figure();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.FigureRequest#getSource <em>Source</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Source</em>'.
     * @see org.nullcline.model.FigureRequest#getSource()
     * @see #getFigureRequest()
     * @generated
     */
    EAttribute getFigureRequest_Source();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.FigureRequest#getOutput <em>Output</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Output</em>'.
     * @see org.nullcline.model.FigureRequest#getOutput()
     * @see #getFigureRequest()
     * @generated
     */
    EAttribute getFigureRequest_Output();

    /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.FigureRequest#getTitle <em>Title</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Title</em>'.
     * @see org.nullcline.model.FigureRequest#getTitle()
     * @see #getFigureRequest()
     * @generated
     */
    EAttribute getFigureRequest_Title();

    /**
     * Returns the meta object for the containment reference list '{@link org.nullcline.model.FigureRequest#getParameters <em>Parameters</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the containment reference list '<em>Parameters</em>'.
     * @see org.nullcline.model.FigureRequest#getParameters()
     * @see #getFigureRequest()
     * @generated
     */
    EReference getFigureRequest_Parameters();

    /**
     * Returns the meta object for the '{@link org.nullcline.model.FigureRequest#value(java.lang.String) <em>Value</em>}' operation.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the '<em>Value</em>' operation.
     * @see org.nullcline.model.FigureRequest#value(java.lang.String)
     * @generated
     */
    EOperation getFigureRequest__Value__String();

    /**
     * Returns the meta object for class '{@link org.nullcline.model.Expectation <em>Expectation</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for class '<em>Expectation</em>'.
     * @see org.nullcline.model.Expectation
     * @generated
     */
    EClass getExpectation();

                /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Expectation#getId <em>Id</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Id</em>'.
     * @see org.nullcline.model.Expectation#getId()
     * @see #getExpectation()
     * @generated
     */
    EAttribute getExpectation_Id();

                /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Expectation#getTitle <em>Title</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Title</em>'.
     * @see org.nullcline.model.Expectation#getTitle()
     * @see #getExpectation()
     * @generated
     */
    EAttribute getExpectation_Title();

                /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Expectation#getSource <em>Source</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Source</em>'.
     * @see org.nullcline.model.Expectation#getSource()
     * @see #getExpectation()
     * @generated
     */
    EAttribute getExpectation_Source();

                /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Expectation#getOutput <em>Output</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Output</em>'.
     * @see org.nullcline.model.Expectation#getOutput()
     * @see #getExpectation()
     * @generated
     */
    EAttribute getExpectation_Output();

                /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Expectation#getScore <em>Score</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Score</em>'.
     * @see org.nullcline.model.Expectation#getScore()
     * @see #getExpectation()
     * @generated
     */
    EAttribute getExpectation_Score();

                /**
     * Returns the meta object for the attribute list '{@link org.nullcline.model.Expectation#getWhere <em>Where</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute list '<em>Where</em>'.
     * @see org.nullcline.model.Expectation#getWhere()
     * @see #getExpectation()
     * @generated
     */
    EAttribute getExpectation_Where();

                /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Expectation#getSummary <em>Summary</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Summary</em>'.
     * @see org.nullcline.model.Expectation#getSummary()
     * @see #getExpectation()
     * @generated
     */
    EAttribute getExpectation_Summary();

                /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Expectation#getPublished <em>Published</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Published</em>'.
     * @see org.nullcline.model.Expectation#getPublished()
     * @see #getExpectation()
     * @generated
     */
    EAttribute getExpectation_Published();

                /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Expectation#getSpread <em>Spread</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Spread</em>'.
     * @see org.nullcline.model.Expectation#getSpread()
     * @see #getExpectation()
     * @generated
     */
    EAttribute getExpectation_Spread();

                /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Expectation#getAtLeast <em>At Least</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>At Least</em>'.
     * @see org.nullcline.model.Expectation#getAtLeast()
     * @see #getExpectation()
     * @generated
     */
    EAttribute getExpectation_AtLeast();

                /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Expectation#getAtMost <em>At Most</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>At Most</em>'.
     * @see org.nullcline.model.Expectation#getAtMost()
     * @see #getExpectation()
     * @generated
     */
    EAttribute getExpectation_AtMost();

                /**
     * Returns the meta object for the attribute '{@link org.nullcline.model.Expectation#getNote <em>Note</em>}'.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the meta object for the attribute '<em>Note</em>'.
     * @see org.nullcline.model.Expectation#getNote()
     * @see #getExpectation()
     * @generated
     */
    EAttribute getExpectation_Note();

                /**
     * Returns the factory that creates the instances of the model.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @return the factory that creates the instances of the model.
     * @generated
     */
    ExperimentFactory getExperimentFactory();

    /**
     * <!-- begin-user-doc -->
     * Defines literals for the meta objects that represent
     * <ul>
     *   <li>each class,</li>
     *   <li>each feature of each class,</li>
     *   <li>each operation of each class,</li>
     *   <li>each enum,</li>
     *   <li>and each data type</li>
     * </ul>
     * <!-- end-user-doc -->
     * @generated
     */
    interface Literals {
        /**
         * The meta object literal for the '{@link org.nullcline.model.impl.ExperimentImpl <em>Experiment</em>}' class.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @see org.nullcline.model.impl.ExperimentImpl
         * @see org.nullcline.model.impl.ExperimentPackageImpl#getExperiment()
         * @generated
         */
        EClass EXPERIMENT = eINSTANCE.getExperiment();

        /**
         * The meta object literal for the '<em><b>Format</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPERIMENT__FORMAT = eINSTANCE.getExperiment_Format();

        /**
         * The meta object literal for the '<em><b>Name</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPERIMENT__NAME = eINSTANCE.getExperiment_Name();

        /**
         * The meta object literal for the '<em><b>Seed</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPERIMENT__SEED = eINSTANCE.getExperiment_Seed();

        /**
         * The meta object literal for the '<em><b>Description</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPERIMENT__DESCRIPTION = eINSTANCE.getExperiment_Description();

        /**
         * The meta object literal for the '<em><b>Tags</b></em>' attribute list feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPERIMENT__TAGS = eINSTANCE.getExperiment_Tags();

        /**
         * The meta object literal for the '<em><b>Steps</b></em>' containment reference list feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EReference EXPERIMENT__STEPS = eINSTANCE.getExperiment_Steps();

        /**
         * The meta object literal for the '<em><b>Links</b></em>' containment reference list feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EReference EXPERIMENT__LINKS = eINSTANCE.getExperiment_Links();

        /**
         * The meta object literal for the '<em><b>Axes</b></em>' containment reference list feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EReference EXPERIMENT__AXES = eINSTANCE.getExperiment_Axes();

        /**
         * The meta object literal for the '<em><b>Notes</b></em>' containment reference list feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EReference EXPERIMENT__NOTES = eINSTANCE.getExperiment_Notes();

        /**
         * The meta object literal for the '<em><b>Figures</b></em>' containment reference list feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EReference EXPERIMENT__FIGURES = eINSTANCE.getExperiment_Figures();

        /**
         * The meta object literal for the '<em><b>Expectations</b></em>' containment reference list feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EReference EXPERIMENT__EXPECTATIONS = eINSTANCE.getExperiment_Expectations();

                                /**
         * The meta object literal for the '<em><b>Step</b></em>' operation.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EOperation EXPERIMENT___STEP__STRING = eINSTANCE.getExperiment__Step__String();

        /**
         * The meta object literal for the '<em><b>Axis</b></em>' operation.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EOperation EXPERIMENT___AXIS__STRING = eINSTANCE.getExperiment__Axis__String();

        /**
         * The meta object literal for the '{@link org.nullcline.model.impl.StepImpl <em>Step</em>}' class.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @see org.nullcline.model.impl.StepImpl
         * @see org.nullcline.model.impl.ExperimentPackageImpl#getStep()
         * @generated
         */
        EClass STEP = eINSTANCE.getStep();

        /**
         * The meta object literal for the '<em><b>Id</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute STEP__ID = eINSTANCE.getStep_Id();

        /**
         * The meta object literal for the '<em><b>Contribution</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute STEP__CONTRIBUTION = eINSTANCE.getStep_Contribution();

        /**
         * The meta object literal for the '<em><b>Version</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute STEP__VERSION = eINSTANCE.getStep_Version();

        /**
         * The meta object literal for the '<em><b>Plugin</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute STEP__PLUGIN = eINSTANCE.getStep_Plugin();

        /**
         * The meta object literal for the '<em><b>Label</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute STEP__LABEL = eINSTANCE.getStep_Label();

        /**
         * The meta object literal for the '<em><b>Enabled</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute STEP__ENABLED = eINSTANCE.getStep_Enabled();

        /**
         * The meta object literal for the '<em><b>Seed</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute STEP__SEED = eINSTANCE.getStep_Seed();

        /**
         * The meta object literal for the '<em><b>X</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute STEP__X = eINSTANCE.getStep_X();

        /**
         * The meta object literal for the '<em><b>Y</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute STEP__Y = eINSTANCE.getStep_Y();

        /**
         * The meta object literal for the '<em><b>Parameters</b></em>' containment reference list feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EReference STEP__PARAMETERS = eINSTANCE.getStep_Parameters();

        /**
         * The meta object literal for the '<em><b>Value</b></em>' operation.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EOperation STEP___VALUE__STRING = eINSTANCE.getStep__Value__String();

        /**
         * The meta object literal for the '{@link org.nullcline.model.impl.ParameterImpl <em>Parameter</em>}' class.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @see org.nullcline.model.impl.ParameterImpl
         * @see org.nullcline.model.impl.ExperimentPackageImpl#getParameter()
         * @generated
         */
        EClass PARAMETER = eINSTANCE.getParameter();

        /**
         * The meta object literal for the '<em><b>Name</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute PARAMETER__NAME = eINSTANCE.getParameter_Name();

        /**
         * The meta object literal for the '<em><b>Value</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute PARAMETER__VALUE = eINSTANCE.getParameter_Value();

        /**
         * The meta object literal for the '{@link org.nullcline.model.impl.LinkImpl <em>Link</em>}' class.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @see org.nullcline.model.impl.LinkImpl
         * @see org.nullcline.model.impl.ExperimentPackageImpl#getLink()
         * @generated
         */
        EClass LINK = eINSTANCE.getLink();

        /**
         * The meta object literal for the '<em><b>Source</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute LINK__SOURCE = eINSTANCE.getLink_Source();

        /**
         * The meta object literal for the '<em><b>Output</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute LINK__OUTPUT = eINSTANCE.getLink_Output();

        /**
         * The meta object literal for the '<em><b>Target</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute LINK__TARGET = eINSTANCE.getLink_Target();

        /**
         * The meta object literal for the '<em><b>Input</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute LINK__INPUT = eINSTANCE.getLink_Input();

        /**
         * The meta object literal for the '<em><b>Gather</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute LINK__GATHER = eINSTANCE.getLink_Gather();

        /**
         * The meta object literal for the '<em><b>Over</b></em>' attribute list feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute LINK__OVER = eINSTANCE.getLink_Over();

        /**
         * The meta object literal for the '{@link org.nullcline.model.impl.SweepAxisImpl <em>Sweep Axis</em>}' class.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @see org.nullcline.model.impl.SweepAxisImpl
         * @see org.nullcline.model.impl.ExperimentPackageImpl#getSweepAxis()
         * @generated
         */
        EClass SWEEP_AXIS = eINSTANCE.getSweepAxis();

        /**
         * The meta object literal for the '<em><b>Id</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute SWEEP_AXIS__ID = eINSTANCE.getSweepAxis_Id();

        /**
         * The meta object literal for the '<em><b>Kind</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute SWEEP_AXIS__KIND = eINSTANCE.getSweepAxis_Kind();

        /**
         * The meta object literal for the '<em><b>Path</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute SWEEP_AXIS__PATH = eINSTANCE.getSweepAxis_Path();

        /**
         * The meta object literal for the '<em><b>From</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute SWEEP_AXIS__FROM = eINSTANCE.getSweepAxis_From();

        /**
         * The meta object literal for the '<em><b>To</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute SWEEP_AXIS__TO = eINSTANCE.getSweepAxis_To();

        /**
         * The meta object literal for the '<em><b>Step</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute SWEEP_AXIS__STEP = eINSTANCE.getSweepAxis_Step();

        /**
         * The meta object literal for the '<em><b>Count</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute SWEEP_AXIS__COUNT = eINSTANCE.getSweepAxis_Count();

        /**
         * The meta object literal for the '<em><b>Integer</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute SWEEP_AXIS__INTEGER = eINSTANCE.getSweepAxis_Integer();

        /**
         * The meta object literal for the '<em><b>Distribution</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute SWEEP_AXIS__DISTRIBUTION = eINSTANCE.getSweepAxis_Distribution();

        /**
         * The meta object literal for the '<em><b>Seed</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute SWEEP_AXIS__SEED = eINSTANCE.getSweepAxis_Seed();

        /**
         * The meta object literal for the '<em><b>Values</b></em>' attribute list feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute SWEEP_AXIS__VALUES = eINSTANCE.getSweepAxis_Values();

        /**
         * The meta object literal for the '<em><b>Axes</b></em>' containment reference list feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EReference SWEEP_AXIS__AXES = eINSTANCE.getSweepAxis_Axes();

        /**
         * The meta object literal for the '{@link org.nullcline.model.impl.NoteImpl <em>Note</em>}' class.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @see org.nullcline.model.impl.NoteImpl
         * @see org.nullcline.model.impl.ExperimentPackageImpl#getNote()
         * @generated
         */
        EClass NOTE = eINSTANCE.getNote();

        /**
         * The meta object literal for the '<em><b>Id</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute NOTE__ID = eINSTANCE.getNote_Id();

        /**
         * The meta object literal for the '<em><b>Step</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute NOTE__STEP = eINSTANCE.getNote_Step();

        /**
         * The meta object literal for the '<em><b>Author</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute NOTE__AUTHOR = eINSTANCE.getNote_Author();

        /**
         * The meta object literal for the '<em><b>Date</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute NOTE__DATE = eINSTANCE.getNote_Date();

        /**
         * The meta object literal for the '<em><b>X</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute NOTE__X = eINSTANCE.getNote_X();

        /**
         * The meta object literal for the '<em><b>Y</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute NOTE__Y = eINSTANCE.getNote_Y();

        /**
         * The meta object literal for the '<em><b>Width</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute NOTE__WIDTH = eINSTANCE.getNote_Width();

        /**
         * The meta object literal for the '<em><b>Height</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute NOTE__HEIGHT = eINSTANCE.getNote_Height();

        /**
         * The meta object literal for the '<em><b>Text</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute NOTE__TEXT = eINSTANCE.getNote_Text();

        /**
         * The meta object literal for the '{@link org.nullcline.model.impl.FigureRequestImpl <em>Figure Request</em>}' class.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @see org.nullcline.model.impl.FigureRequestImpl
         * @see org.nullcline.model.impl.ExperimentPackageImpl#getFigureRequest()
         * @generated
         */
        EClass FIGURE_REQUEST = eINSTANCE.getFigureRequest();

        /**
         * The meta object literal for the '<em><b>Id</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute FIGURE_REQUEST__ID = eINSTANCE.getFigureRequest_Id();

        /**
         * The meta object literal for the '<em><b>Figure</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute FIGURE_REQUEST__FIGURE = eINSTANCE.getFigureRequest_Figure();

        /**
         * The meta object literal for the '<em><b>Source</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute FIGURE_REQUEST__SOURCE = eINSTANCE.getFigureRequest_Source();

        /**
         * The meta object literal for the '<em><b>Output</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute FIGURE_REQUEST__OUTPUT = eINSTANCE.getFigureRequest_Output();

        /**
         * The meta object literal for the '<em><b>Title</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute FIGURE_REQUEST__TITLE = eINSTANCE.getFigureRequest_Title();

        /**
         * The meta object literal for the '<em><b>Parameters</b></em>' containment reference list feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EReference FIGURE_REQUEST__PARAMETERS = eINSTANCE.getFigureRequest_Parameters();

        /**
         * The meta object literal for the '<em><b>Value</b></em>' operation.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EOperation FIGURE_REQUEST___VALUE__STRING = eINSTANCE.getFigureRequest__Value__String();

                                /**
         * The meta object literal for the '{@link org.nullcline.model.impl.ExpectationImpl <em>Expectation</em>}' class.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @see org.nullcline.model.impl.ExpectationImpl
         * @see org.nullcline.model.impl.ExperimentPackageImpl#getExpectation()
         * @generated
         */
        EClass EXPECTATION = eINSTANCE.getExpectation();

                                /**
         * The meta object literal for the '<em><b>Id</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPECTATION__ID = eINSTANCE.getExpectation_Id();

                                /**
         * The meta object literal for the '<em><b>Title</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPECTATION__TITLE = eINSTANCE.getExpectation_Title();

                                /**
         * The meta object literal for the '<em><b>Source</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPECTATION__SOURCE = eINSTANCE.getExpectation_Source();

                                /**
         * The meta object literal for the '<em><b>Output</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPECTATION__OUTPUT = eINSTANCE.getExpectation_Output();

                                /**
         * The meta object literal for the '<em><b>Score</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPECTATION__SCORE = eINSTANCE.getExpectation_Score();

                                /**
         * The meta object literal for the '<em><b>Where</b></em>' attribute list feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPECTATION__WHERE = eINSTANCE.getExpectation_Where();

                                /**
         * The meta object literal for the '<em><b>Summary</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPECTATION__SUMMARY = eINSTANCE.getExpectation_Summary();

                                /**
         * The meta object literal for the '<em><b>Published</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPECTATION__PUBLISHED = eINSTANCE.getExpectation_Published();

                                /**
         * The meta object literal for the '<em><b>Spread</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPECTATION__SPREAD = eINSTANCE.getExpectation_Spread();

                                /**
         * The meta object literal for the '<em><b>At Least</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPECTATION__AT_LEAST = eINSTANCE.getExpectation_AtLeast();

                                /**
         * The meta object literal for the '<em><b>At Most</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPECTATION__AT_MOST = eINSTANCE.getExpectation_AtMost();

                                /**
         * The meta object literal for the '<em><b>Note</b></em>' attribute feature.
         * <!-- begin-user-doc -->
         * <!-- end-user-doc -->
         * @generated
         */
        EAttribute EXPECTATION__NOTE = eINSTANCE.getExpectation_Note();

    }

} //ExperimentPackage
