// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.impl;

import java.lang.reflect.InvocationTargetException;

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

import org.nullcline.model.Expectation;
import org.nullcline.model.Experiment;
import org.nullcline.model.ExperimentPackage;
import org.nullcline.model.FigureRequest;
import org.nullcline.model.Link;
import org.nullcline.model.Note;
import org.nullcline.model.Step;
import org.nullcline.model.SweepAxis;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Experiment</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.nullcline.model.impl.ExperimentImpl#getFormat <em>Format</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExperimentImpl#getName <em>Name</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExperimentImpl#getSeed <em>Seed</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExperimentImpl#getDescription <em>Description</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExperimentImpl#getTags <em>Tags</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExperimentImpl#getSteps <em>Steps</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExperimentImpl#getLinks <em>Links</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExperimentImpl#getAxes <em>Axes</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExperimentImpl#getNotes <em>Notes</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExperimentImpl#getFigures <em>Figures</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExperimentImpl#getExpectations <em>Expectations</em>}</li>
 * </ul>
 *
 * @generated
 */
public class ExperimentImpl extends MinimalEObjectImpl.Container implements Experiment {
    /**
     * The default value of the '{@link #getFormat() <em>Format</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getFormat()
     * @generated
     * @ordered
     */
    protected static final String FORMAT_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getFormat() <em>Format</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getFormat()
     * @generated
     * @ordered
     */
    protected String format = FORMAT_EDEFAULT;

    /**
     * The default value of the '{@link #getName() <em>Name</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getName()
     * @generated
     * @ordered
     */
    protected static final String NAME_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getName() <em>Name</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getName()
     * @generated
     * @ordered
     */
    protected String name = NAME_EDEFAULT;

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
     * The default value of the '{@link #getDescription() <em>Description</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getDescription()
     * @generated
     * @ordered
     */
    protected static final String DESCRIPTION_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getDescription() <em>Description</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getDescription()
     * @generated
     * @ordered
     */
    protected String description = DESCRIPTION_EDEFAULT;

    /**
     * The cached value of the '{@link #getTags() <em>Tags</em>}' attribute list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getTags()
     * @generated
     * @ordered
     */
    protected EList<String> tags;

    /**
     * The cached value of the '{@link #getSteps() <em>Steps</em>}' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getSteps()
     * @generated
     * @ordered
     */
    protected EList<Step> steps;

    /**
     * The cached value of the '{@link #getLinks() <em>Links</em>}' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getLinks()
     * @generated
     * @ordered
     */
    protected EList<Link> links;

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
     * The cached value of the '{@link #getNotes() <em>Notes</em>}' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getNotes()
     * @generated
     * @ordered
     */
    protected EList<Note> notes;

    /**
     * The cached value of the '{@link #getFigures() <em>Figures</em>}' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getFigures()
     * @generated
     * @ordered
     */
    protected EList<FigureRequest> figures;

    /**
     * The cached value of the '{@link #getExpectations() <em>Expectations</em>}' containment reference list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getExpectations()
     * @generated
     * @ordered
     */
    protected EList<Expectation> expectations;

                /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    protected ExperimentImpl() {
        super();
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    protected EClass eStaticClass() {
        return ExperimentPackage.Literals.EXPERIMENT;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getFormat() {
        return format;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setFormat(String newFormat) {
        String oldFormat = format;
        format = newFormat;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPERIMENT__FORMAT, oldFormat, format));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getName() {
        return name;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setName(String newName) {
        String oldName = name;
        name = newName;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPERIMENT__NAME, oldName, name));
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
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPERIMENT__SEED, oldSeed, seed));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getDescription() {
        return description;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setDescription(String newDescription) {
        String oldDescription = description;
        description = newDescription;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPERIMENT__DESCRIPTION, oldDescription, description));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public EList<String> getTags() {
        if (tags == null) {
            tags = new EDataTypeEList<String>(String.class, this, ExperimentPackage.EXPERIMENT__TAGS);
        }
        return tags;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public EList<Step> getSteps() {
        if (steps == null) {
            steps = new EObjectContainmentEList<Step>(Step.class, this, ExperimentPackage.EXPERIMENT__STEPS);
        }
        return steps;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public EList<Link> getLinks() {
        if (links == null) {
            links = new EObjectContainmentEList<Link>(Link.class, this, ExperimentPackage.EXPERIMENT__LINKS);
        }
        return links;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public EList<SweepAxis> getAxes() {
        if (axes == null) {
            axes = new EObjectContainmentEList<SweepAxis>(SweepAxis.class, this, ExperimentPackage.EXPERIMENT__AXES);
        }
        return axes;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public EList<Note> getNotes() {
        if (notes == null) {
            notes = new EObjectContainmentEList<Note>(Note.class, this, ExperimentPackage.EXPERIMENT__NOTES);
        }
        return notes;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public EList<FigureRequest> getFigures() {
        if (figures == null) {
            figures = new EObjectContainmentEList<FigureRequest>(FigureRequest.class, this, ExperimentPackage.EXPERIMENT__FIGURES);
        }
        return figures;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public EList<Expectation> getExpectations() {
        if (expectations == null) {
            expectations = new EObjectContainmentEList<Expectation>(Expectation.class, this, ExperimentPackage.EXPERIMENT__EXPECTATIONS);
        }
        return expectations;
    }

                /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public Step step(final String id) {
        for (Step candidate : getSteps()) {
            if (id.equals(candidate.getId())) {
                return candidate;
            }
        }
        return null;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public SweepAxis axis(final String id) {
        for (SweepAxis candidate : getAxes()) {
            if (id.equals(candidate.getId())) {
                return candidate;
            }
        }
        return null;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
        switch (featureID) {
            case ExperimentPackage.EXPERIMENT__STEPS:
                return ((InternalEList<?>)getSteps()).basicRemove(otherEnd, msgs);
            case ExperimentPackage.EXPERIMENT__LINKS:
                return ((InternalEList<?>)getLinks()).basicRemove(otherEnd, msgs);
            case ExperimentPackage.EXPERIMENT__AXES:
                return ((InternalEList<?>)getAxes()).basicRemove(otherEnd, msgs);
            case ExperimentPackage.EXPERIMENT__NOTES:
                return ((InternalEList<?>)getNotes()).basicRemove(otherEnd, msgs);
            case ExperimentPackage.EXPERIMENT__FIGURES:
                return ((InternalEList<?>)getFigures()).basicRemove(otherEnd, msgs);
            case ExperimentPackage.EXPERIMENT__EXPECTATIONS:
                return ((InternalEList<?>)getExpectations()).basicRemove(otherEnd, msgs);
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
            case ExperimentPackage.EXPERIMENT__FORMAT:
                return getFormat();
            case ExperimentPackage.EXPERIMENT__NAME:
                return getName();
            case ExperimentPackage.EXPERIMENT__SEED:
                return getSeed();
            case ExperimentPackage.EXPERIMENT__DESCRIPTION:
                return getDescription();
            case ExperimentPackage.EXPERIMENT__TAGS:
                return getTags();
            case ExperimentPackage.EXPERIMENT__STEPS:
                return getSteps();
            case ExperimentPackage.EXPERIMENT__LINKS:
                return getLinks();
            case ExperimentPackage.EXPERIMENT__AXES:
                return getAxes();
            case ExperimentPackage.EXPERIMENT__NOTES:
                return getNotes();
            case ExperimentPackage.EXPERIMENT__FIGURES:
                return getFigures();
            case ExperimentPackage.EXPERIMENT__EXPECTATIONS:
                return getExpectations();
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
            case ExperimentPackage.EXPERIMENT__FORMAT:
                setFormat((String)newValue);
                return;
            case ExperimentPackage.EXPERIMENT__NAME:
                setName((String)newValue);
                return;
            case ExperimentPackage.EXPERIMENT__SEED:
                setSeed((Long)newValue);
                return;
            case ExperimentPackage.EXPERIMENT__DESCRIPTION:
                setDescription((String)newValue);
                return;
            case ExperimentPackage.EXPERIMENT__TAGS:
                getTags().clear();
                getTags().addAll((Collection<? extends String>)newValue);
                return;
            case ExperimentPackage.EXPERIMENT__STEPS:
                getSteps().clear();
                getSteps().addAll((Collection<? extends Step>)newValue);
                return;
            case ExperimentPackage.EXPERIMENT__LINKS:
                getLinks().clear();
                getLinks().addAll((Collection<? extends Link>)newValue);
                return;
            case ExperimentPackage.EXPERIMENT__AXES:
                getAxes().clear();
                getAxes().addAll((Collection<? extends SweepAxis>)newValue);
                return;
            case ExperimentPackage.EXPERIMENT__NOTES:
                getNotes().clear();
                getNotes().addAll((Collection<? extends Note>)newValue);
                return;
            case ExperimentPackage.EXPERIMENT__FIGURES:
                getFigures().clear();
                getFigures().addAll((Collection<? extends FigureRequest>)newValue);
                return;
            case ExperimentPackage.EXPERIMENT__EXPECTATIONS:
                getExpectations().clear();
                getExpectations().addAll((Collection<? extends Expectation>)newValue);
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
            case ExperimentPackage.EXPERIMENT__FORMAT:
                setFormat(FORMAT_EDEFAULT);
                return;
            case ExperimentPackage.EXPERIMENT__NAME:
                setName(NAME_EDEFAULT);
                return;
            case ExperimentPackage.EXPERIMENT__SEED:
                setSeed(SEED_EDEFAULT);
                return;
            case ExperimentPackage.EXPERIMENT__DESCRIPTION:
                setDescription(DESCRIPTION_EDEFAULT);
                return;
            case ExperimentPackage.EXPERIMENT__TAGS:
                getTags().clear();
                return;
            case ExperimentPackage.EXPERIMENT__STEPS:
                getSteps().clear();
                return;
            case ExperimentPackage.EXPERIMENT__LINKS:
                getLinks().clear();
                return;
            case ExperimentPackage.EXPERIMENT__AXES:
                getAxes().clear();
                return;
            case ExperimentPackage.EXPERIMENT__NOTES:
                getNotes().clear();
                return;
            case ExperimentPackage.EXPERIMENT__FIGURES:
                getFigures().clear();
                return;
            case ExperimentPackage.EXPERIMENT__EXPECTATIONS:
                getExpectations().clear();
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
            case ExperimentPackage.EXPERIMENT__FORMAT:
                return FORMAT_EDEFAULT == null ? format != null : !FORMAT_EDEFAULT.equals(format);
            case ExperimentPackage.EXPERIMENT__NAME:
                return NAME_EDEFAULT == null ? name != null : !NAME_EDEFAULT.equals(name);
            case ExperimentPackage.EXPERIMENT__SEED:
                return seed != SEED_EDEFAULT;
            case ExperimentPackage.EXPERIMENT__DESCRIPTION:
                return DESCRIPTION_EDEFAULT == null ? description != null : !DESCRIPTION_EDEFAULT.equals(description);
            case ExperimentPackage.EXPERIMENT__TAGS:
                return tags != null && !tags.isEmpty();
            case ExperimentPackage.EXPERIMENT__STEPS:
                return steps != null && !steps.isEmpty();
            case ExperimentPackage.EXPERIMENT__LINKS:
                return links != null && !links.isEmpty();
            case ExperimentPackage.EXPERIMENT__AXES:
                return axes != null && !axes.isEmpty();
            case ExperimentPackage.EXPERIMENT__NOTES:
                return notes != null && !notes.isEmpty();
            case ExperimentPackage.EXPERIMENT__FIGURES:
                return figures != null && !figures.isEmpty();
            case ExperimentPackage.EXPERIMENT__EXPECTATIONS:
                return expectations != null && !expectations.isEmpty();
        }
        return super.eIsSet(featureID);
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public Object eInvoke(int operationID, EList<?> arguments) throws InvocationTargetException {
        switch (operationID) {
            case ExperimentPackage.EXPERIMENT___STEP__STRING:
                return step((String)arguments.get(0));
            case ExperimentPackage.EXPERIMENT___AXIS__STRING:
                return axis((String)arguments.get(0));
        }
        return super.eInvoke(operationID, arguments);
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
        result.append(" (format: ");
        result.append(format);
        result.append(", name: ");
        result.append(name);
        result.append(", seed: ");
        result.append(seed);
        result.append(", description: ");
        result.append(description);
        result.append(", tags: ");
        result.append(tags);
        result.append(')');
        return result.toString();
    }

} //ExperimentImpl
