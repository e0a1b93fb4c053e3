// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.impl;

import java.util.Collection;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.NotificationChain;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.InternalEObject;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.eclipse.emf.ecore.util.EDataTypeEList;
import org.eclipse.emf.ecore.util.EObjectContainmentEList;
import org.eclipse.emf.ecore.util.InternalEList;

import org.nullcline.model.ExperimentPackage;
import org.nullcline.model.SweepAxis;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Sweep Axis</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.nullcline.model.impl.SweepAxisImpl#getId <em>Id</em>}</li>
 *   <li>{@link org.nullcline.model.impl.SweepAxisImpl#getKind <em>Kind</em>}</li>
 *   <li>{@link org.nullcline.model.impl.SweepAxisImpl#getPath <em>Path</em>}</li>
 *   <li>{@link org.nullcline.model.impl.SweepAxisImpl#getFrom <em>From</em>}</li>
 *   <li>{@link org.nullcline.model.impl.SweepAxisImpl#getTo <em>To</em>}</li>
 *   <li>{@link org.nullcline.model.impl.SweepAxisImpl#getStep <em>Step</em>}</li>
 *   <li>{@link org.nullcline.model.impl.SweepAxisImpl#getCount <em>Count</em>}</li>
 *   <li>{@link org.nullcline.model.impl.SweepAxisImpl#isInteger <em>Integer</em>}</li>
 *   <li>{@link org.nullcline.model.impl.SweepAxisImpl#getDistribution <em>Distribution</em>}</li>
 *   <li>{@link org.nullcline.model.impl.SweepAxisImpl#getSeed <em>Seed</em>}</li>
 *   <li>{@link org.nullcline.model.impl.SweepAxisImpl#getValues <em>Values</em>}</li>
 *   <li>{@link org.nullcline.model.impl.SweepAxisImpl#getAxes <em>Axes</em>}</li>
 * </ul>
 *
 * @generated
 */
public class SweepAxisImpl extends MinimalEObjectImpl.Container implements SweepAxis {
    /**
     * The default value of the '{@link #getId() <em>Id</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getId()
     * @generated
     * @ordered
     */
    protected static final String ID_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getId() <em>Id</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getId()
     * @generated
     * @ordered
     */
    protected String id = ID_EDEFAULT;

    /**
     * The default value of the '{@link #getKind() <em>Kind</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getKind()
     * @generated
     * @ordered
     */
    protected static final String KIND_EDEFAULT = "list";

    /**
     * The cached value of the '{@link #getKind() <em>Kind</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getKind()
     * @generated
     * @ordered
     */
    protected String kind = KIND_EDEFAULT;

    /**
     * The default value of the '{@link #getPath() <em>Path</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getPath()
     * @generated
     * @ordered
     */
    protected static final String PATH_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getPath() <em>Path</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getPath()
     * @generated
     * @ordered
     */
    protected String path = PATH_EDEFAULT;

    /**
     * The default value of the '{@link #getFrom() <em>From</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getFrom()
     * @generated
     * @ordered
     */
    protected static final String FROM_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getFrom() <em>From</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getFrom()
     * @generated
     * @ordered
     */
    protected String from = FROM_EDEFAULT;

    /**
     * The default value of the '{@link #getTo() <em>To</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getTo()
     * @generated
     * @ordered
     */
    protected static final String TO_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getTo() <em>To</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getTo()
     * @generated
     * @ordered
     */
    protected String to = TO_EDEFAULT;

    /**
     * The default value of the '{@link #getStep() <em>Step</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getStep()
     * @generated
     * @ordered
     */
    protected static final String STEP_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getStep() <em>Step</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getStep()
     * @generated
     * @ordered
     */
    protected String step = STEP_EDEFAULT;

    /**
     * The default value of the '{@link #getCount() <em>Count</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getCount()
     * @generated
     * @ordered
     */
    protected static final int COUNT_EDEFAULT = 0;

    /**
     * The cached value of the '{@link #getCount() <em>Count</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getCount()
     * @generated
     * @ordered
     */
    protected int count = COUNT_EDEFAULT;

    /**
     * The default value of the '{@link #isInteger() <em>Integer</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #isInteger()
     * @generated
     * @ordered
     */
    protected static final boolean INTEGER_EDEFAULT = false;

    /**
     * The cached value of the '{@link #isInteger() <em>Integer</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #isInteger()
     * @generated
     * @ordered
     */
    protected boolean integer = INTEGER_EDEFAULT;

    /**
     * The default value of the '{@link #getDistribution() <em>Distribution</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getDistribution()
     * @generated
     * @ordered
     */
    protected static final String DISTRIBUTION_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getDistribution() <em>Distribution</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getDistribution()
     * @generated
     * @ordered
     */
    protected String distribution = DISTRIBUTION_EDEFAULT;

    /**
     * The default value of the '{@link #getSeed() <em>Seed</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getSeed()
     * @generated
     * @ordered
     */
    protected static final long SEED_EDEFAULT = 0L;

    /**
     * The cached value of the '{@link #getSeed() <em>Seed</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getSeed()
     * @generated
     * @ordered
     */
    protected long seed = SEED_EDEFAULT;

    /**
     * The cached value of the '{@link #getValues() <em>Values</em>}' attribute list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getValues()
     * @generated
     * @ordered
     */
    protected EList<String> values;

    /**
     * The cached value of the '{@link #getAxes() <em>Axes</em>}' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getAxes()
     * @generated
     * @ordered
     */
    protected EList<SweepAxis> axes;

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    protected SweepAxisImpl() {
        super();
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    protected EClass eStaticClass() {
        return ExperimentPackage.Literals.SWEEP_AXIS;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getId() {
        return id;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setId(String newId) {
        String oldId = id;
        id = newId;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.SWEEP_AXIS__ID, oldId, id));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getKind() {
        return kind;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setKind(String newKind) {
        String oldKind = kind;
        kind = newKind;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.SWEEP_AXIS__KIND, oldKind, kind));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getPath() {
        return path;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setPath(String newPath) {
        String oldPath = path;
        path = newPath;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.SWEEP_AXIS__PATH, oldPath, path));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getFrom() {
        return from;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setFrom(String newFrom) {
        String oldFrom = from;
        from = newFrom;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.SWEEP_AXIS__FROM, oldFrom, from));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getTo() {
        return to;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setTo(String newTo) {
        String oldTo = to;
        to = newTo;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.SWEEP_AXIS__TO, oldTo, to));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getStep() {
        return step;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setStep(String newStep) {
        String oldStep = step;
        step = newStep;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.SWEEP_AXIS__STEP, oldStep, step));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public int getCount() {
        return count;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setCount(int newCount) {
        int oldCount = count;
        count = newCount;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.SWEEP_AXIS__COUNT, oldCount, count));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public boolean isInteger() {
        return integer;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setInteger(boolean newInteger) {
        boolean oldInteger = integer;
        integer = newInteger;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.SWEEP_AXIS__INTEGER, oldInteger, integer));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getDistribution() {
        return distribution;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setDistribution(String newDistribution) {
        String oldDistribution = distribution;
        distribution = newDistribution;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.SWEEP_AXIS__DISTRIBUTION, oldDistribution, distribution));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public long getSeed() {
        return seed;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setSeed(long newSeed) {
        long oldSeed = seed;
        seed = newSeed;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.SWEEP_AXIS__SEED, oldSeed, seed));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public EList<String> getValues() {
        if (values == null) {
            values = new EDataTypeEList<String>(String.class, this, ExperimentPackage.SWEEP_AXIS__VALUES);
        }
        return values;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public EList<SweepAxis> getAxes() {
        if (axes == null) {
            axes = new EObjectContainmentEList<SweepAxis>(SweepAxis.class, this, ExperimentPackage.SWEEP_AXIS__AXES);
        }
        return axes;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
        switch (featureID) {
            case ExperimentPackage.SWEEP_AXIS__AXES:
                return ((InternalEList<?>)getAxes()).basicRemove(otherEnd, msgs);
        }
        return super.eInverseRemove(otherEnd, featureID, msgs);
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public Object eGet(int featureID, boolean resolve, boolean coreType) {
        switch (featureID) {
            case ExperimentPackage.SWEEP_AXIS__ID:
                return getId();
            case ExperimentPackage.SWEEP_AXIS__KIND:
                return getKind();
            case ExperimentPackage.SWEEP_AXIS__PATH:
                return getPath();
            case ExperimentPackage.SWEEP_AXIS__FROM:
                return getFrom();
            case ExperimentPackage.SWEEP_AXIS__TO:
                return getTo();
            case ExperimentPackage.SWEEP_AXIS__STEP:
                return getStep();
            case ExperimentPackage.SWEEP_AXIS__COUNT:
                return getCount();
            case ExperimentPackage.SWEEP_AXIS__INTEGER:
                return isInteger();
            case ExperimentPackage.SWEEP_AXIS__DISTRIBUTION:
                return getDistribution();
            case ExperimentPackage.SWEEP_AXIS__SEED:
                return getSeed();
            case ExperimentPackage.SWEEP_AXIS__VALUES:
                return getValues();
            case ExperimentPackage.SWEEP_AXIS__AXES:
                return getAxes();
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
            case ExperimentPackage.SWEEP_AXIS__ID:
                setId((String)newValue);
                return;
            case ExperimentPackage.SWEEP_AXIS__KIND:
                setKind((String)newValue);
                return;
            case ExperimentPackage.SWEEP_AXIS__PATH:
                setPath((String)newValue);
                return;
            case ExperimentPackage.SWEEP_AXIS__FROM:
                setFrom((String)newValue);
                return;
            case ExperimentPackage.SWEEP_AXIS__TO:
                setTo((String)newValue);
                return;
            case ExperimentPackage.SWEEP_AXIS__STEP:
                setStep((String)newValue);
                return;
            case ExperimentPackage.SWEEP_AXIS__COUNT:
                setCount((Integer)newValue);
                return;
            case ExperimentPackage.SWEEP_AXIS__INTEGER:
                setInteger((Boolean)newValue);
                return;
            case ExperimentPackage.SWEEP_AXIS__DISTRIBUTION:
                setDistribution((String)newValue);
                return;
            case ExperimentPackage.SWEEP_AXIS__SEED:
                setSeed((Long)newValue);
                return;
            case ExperimentPackage.SWEEP_AXIS__VALUES:
                getValues().clear();
                getValues().addAll((Collection<? extends String>)newValue);
                return;
            case ExperimentPackage.SWEEP_AXIS__AXES:
                getAxes().clear();
                getAxes().addAll((Collection<? extends SweepAxis>)newValue);
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
            case ExperimentPackage.SWEEP_AXIS__ID:
                setId(ID_EDEFAULT);
                return;
            case ExperimentPackage.SWEEP_AXIS__KIND:
                setKind(KIND_EDEFAULT);
                return;
            case ExperimentPackage.SWEEP_AXIS__PATH:
                setPath(PATH_EDEFAULT);
                return;
            case ExperimentPackage.SWEEP_AXIS__FROM:
                setFrom(FROM_EDEFAULT);
                return;
            case ExperimentPackage.SWEEP_AXIS__TO:
                setTo(TO_EDEFAULT);
                return;
            case ExperimentPackage.SWEEP_AXIS__STEP:
                setStep(STEP_EDEFAULT);
                return;
            case ExperimentPackage.SWEEP_AXIS__COUNT:
                setCount(COUNT_EDEFAULT);
                return;
            case ExperimentPackage.SWEEP_AXIS__INTEGER:
                setInteger(INTEGER_EDEFAULT);
                return;
            case ExperimentPackage.SWEEP_AXIS__DISTRIBUTION:
                setDistribution(DISTRIBUTION_EDEFAULT);
                return;
            case ExperimentPackage.SWEEP_AXIS__SEED:
                setSeed(SEED_EDEFAULT);
                return;
            case ExperimentPackage.SWEEP_AXIS__VALUES:
                getValues().clear();
                return;
            case ExperimentPackage.SWEEP_AXIS__AXES:
                getAxes().clear();
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
            case ExperimentPackage.SWEEP_AXIS__ID:
                return ID_EDEFAULT == null ? id != null : !ID_EDEFAULT.equals(id);
            case ExperimentPackage.SWEEP_AXIS__KIND:
                return KIND_EDEFAULT == null ? kind != null : !KIND_EDEFAULT.equals(kind);
            case ExperimentPackage.SWEEP_AXIS__PATH:
                return PATH_EDEFAULT == null ? path != null : !PATH_EDEFAULT.equals(path);
            case ExperimentPackage.SWEEP_AXIS__FROM:
                return FROM_EDEFAULT == null ? from != null : !FROM_EDEFAULT.equals(from);
            case ExperimentPackage.SWEEP_AXIS__TO:
                return TO_EDEFAULT == null ? to != null : !TO_EDEFAULT.equals(to);
            case ExperimentPackage.SWEEP_AXIS__STEP:
                return STEP_EDEFAULT == null ? step != null : !STEP_EDEFAULT.equals(step);
            case ExperimentPackage.SWEEP_AXIS__COUNT:
                return count != COUNT_EDEFAULT;
            case ExperimentPackage.SWEEP_AXIS__INTEGER:
                return integer != INTEGER_EDEFAULT;
            case ExperimentPackage.SWEEP_AXIS__DISTRIBUTION:
                return DISTRIBUTION_EDEFAULT == null ? distribution != null : !DISTRIBUTION_EDEFAULT.equals(distribution);
            case ExperimentPackage.SWEEP_AXIS__SEED:
                return seed != SEED_EDEFAULT;
            case ExperimentPackage.SWEEP_AXIS__VALUES:
                return values != null && !values.isEmpty();
            case ExperimentPackage.SWEEP_AXIS__AXES:
                return axes != null && !axes.isEmpty();
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
        result.append(" (id: ");
        result.append(id);
        result.append(", kind: ");
        result.append(kind);
        result.append(", path: ");
        result.append(path);
        result.append(", from: ");
        result.append(from);
        result.append(", to: ");
        result.append(to);
        result.append(", step: ");
        result.append(step);
        result.append(", count: ");
        result.append(count);
        result.append(", integer: ");
        result.append(integer);
        result.append(", distribution: ");
        result.append(distribution);
        result.append(", seed: ");
        result.append(seed);
        result.append(", values: ");
        result.append(values);
        result.append(')');
        return result.toString();
    }

} //SweepAxisImpl
