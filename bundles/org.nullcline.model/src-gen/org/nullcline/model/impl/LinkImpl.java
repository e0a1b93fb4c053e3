// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.impl;

import java.util.Collection;

import org.eclipse.emf.common.notify.Notification;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EClass;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.eclipse.emf.ecore.util.EDataTypeEList;

import org.nullcline.model.ExperimentPackage;
import org.nullcline.model.Link;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Link</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.nullcline.model.impl.LinkImpl#getSource <em>Source</em>}</li>
 *   <li>{@link org.nullcline.model.impl.LinkImpl#getOutput <em>Output</em>}</li>
 *   <li>{@link org.nullcline.model.impl.LinkImpl#getTarget <em>Target</em>}</li>
 *   <li>{@link org.nullcline.model.impl.LinkImpl#getInput <em>Input</em>}</li>
 *   <li>{@link org.nullcline.model.impl.LinkImpl#isGather <em>Gather</em>}</li>
 *   <li>{@link org.nullcline.model.impl.LinkImpl#getOver <em>Over</em>}</li>
 * </ul>
 *
 * @generated
 */
public class LinkImpl extends MinimalEObjectImpl.Container implements Link {
    /**
     * The default value of the '{@link #getSource() <em>Source</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getSource()
     * @generated
     * @ordered
     */
    protected static final String SOURCE_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getSource() <em>Source</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getSource()
     * @generated
     * @ordered
     */
    protected String source = SOURCE_EDEFAULT;

    /**
     * The default value of the '{@link #getOutput() <em>Output</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getOutput()
     * @generated
     * @ordered
     */
    protected static final String OUTPUT_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getOutput() <em>Output</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getOutput()
     * @generated
     * @ordered
     */
    protected String output = OUTPUT_EDEFAULT;

    /**
     * The default value of the '{@link #getTarget() <em>Target</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getTarget()
     * @generated
     * @ordered
     */
    protected static final String TARGET_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getTarget() <em>Target</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getTarget()
     * @generated
     * @ordered
     */
    protected String target = TARGET_EDEFAULT;

    /**
     * The default value of the '{@link #getInput() <em>Input</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getInput()
     * @generated
     * @ordered
     */
    protected static final String INPUT_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getInput() <em>Input</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getInput()
     * @generated
     * @ordered
     */
    protected String input = INPUT_EDEFAULT;

    /**
     * The default value of the '{@link #isGather() <em>Gather</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #isGather()
     * @generated
     * @ordered
     */
    protected static final boolean GATHER_EDEFAULT = false;

    /**
     * The cached value of the '{@link #isGather() <em>Gather</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #isGather()
     * @generated
     * @ordered
     */
    protected boolean gather = GATHER_EDEFAULT;

    /**
     * The cached value of the '{@link #getOver() <em>Over</em>}' attribute list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getOver()
     * @generated
     * @ordered
     */
    protected EList<String> over;

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    protected LinkImpl() {
        super();
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    protected EClass eStaticClass() {
        return ExperimentPackage.Literals.LINK;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getSource() {
        return source;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setSource(String newSource) {
        String oldSource = source;
        source = newSource;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.LINK__SOURCE, oldSource, source));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getOutput() {
        return output;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setOutput(String newOutput) {
        String oldOutput = output;
        output = newOutput;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.LINK__OUTPUT, oldOutput, output));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getTarget() {
        return target;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setTarget(String newTarget) {
        String oldTarget = target;
        target = newTarget;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.LINK__TARGET, oldTarget, target));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getInput() {
        return input;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setInput(String newInput) {
        String oldInput = input;
        input = newInput;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.LINK__INPUT, oldInput, input));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public boolean isGather() {
        return gather;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setGather(boolean newGather) {
        boolean oldGather = gather;
        gather = newGather;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.LINK__GATHER, oldGather, gather));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public EList<String> getOver() {
        if (over == null) {
            over = new EDataTypeEList<String>(String.class, this, ExperimentPackage.LINK__OVER);
        }
        return over;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public Object eGet(int featureID, boolean resolve, boolean coreType) {
        switch (featureID) {
            case ExperimentPackage.LINK__SOURCE:
                return getSource();
            case ExperimentPackage.LINK__OUTPUT:
                return getOutput();
            case ExperimentPackage.LINK__TARGET:
                return getTarget();
            case ExperimentPackage.LINK__INPUT:
                return getInput();
            case ExperimentPackage.LINK__GATHER:
                return isGather();
            case ExperimentPackage.LINK__OVER:
                return getOver();
        }
        return super.eGet(featureID, resolve, coreType);
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @SuppressWarnings("unchecked")
    @Override
    public void eSet(int featureID, Object newValue) {
        switch (featureID) {
            case ExperimentPackage.LINK__SOURCE:
                setSource((String)newValue);
                return;
            case ExperimentPackage.LINK__OUTPUT:
                setOutput((String)newValue);
                return;
            case ExperimentPackage.LINK__TARGET:
                setTarget((String)newValue);
                return;
            case ExperimentPackage.LINK__INPUT:
                setInput((String)newValue);
                return;
            case ExperimentPackage.LINK__GATHER:
                setGather((Boolean)newValue);
                return;
            case ExperimentPackage.LINK__OVER:
                getOver().clear();
                getOver().addAll((Collection<? extends String>)newValue);
                return;
        }
        super.eSet(featureID, newValue);
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void eUnset(int featureID) {
        switch (featureID) {
            case ExperimentPackage.LINK__SOURCE:
                setSource(SOURCE_EDEFAULT);
                return;
            case ExperimentPackage.LINK__OUTPUT:
                setOutput(OUTPUT_EDEFAULT);
                return;
            case ExperimentPackage.LINK__TARGET:
                setTarget(TARGET_EDEFAULT);
                return;
            case ExperimentPackage.LINK__INPUT:
                setInput(INPUT_EDEFAULT);
                return;
            case ExperimentPackage.LINK__GATHER:
                setGather(GATHER_EDEFAULT);
                return;
            case ExperimentPackage.LINK__OVER:
                getOver().clear();
                return;
        }
        super.eUnset(featureID);
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public boolean eIsSet(int featureID) {
        switch (featureID) {
            case ExperimentPackage.LINK__SOURCE:
                return SOURCE_EDEFAULT == null ? source != null : !SOURCE_EDEFAULT.equals(source);
            case ExperimentPackage.LINK__OUTPUT:
                return OUTPUT_EDEFAULT == null ? output != null : !OUTPUT_EDEFAULT.equals(output);
            case ExperimentPackage.LINK__TARGET:
                return TARGET_EDEFAULT == null ? target != null : !TARGET_EDEFAULT.equals(target);
            case ExperimentPackage.LINK__INPUT:
                return INPUT_EDEFAULT == null ? input != null : !INPUT_EDEFAULT.equals(input);
            case ExperimentPackage.LINK__GATHER:
                return gather != GATHER_EDEFAULT;
            case ExperimentPackage.LINK__OVER:
                return over != null && !over.isEmpty();
        }
        return super.eIsSet(featureID);
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String toString() {
        if (eIsProxy()) return super.toString();

        StringBuilder result = new StringBuilder(super.toString());
        result.append(" (source: ");
        result.append(source);
        result.append(", output: ");
        result.append(output);
        result.append(", target: ");
        result.append(target);
        result.append(", input: ");
        result.append(input);
        result.append(", gather: ");
        result.append(gather);
        result.append(", over: ");
        result.append(over);
        result.append(')');
        return result.toString();
    }

} //LinkImpl
