// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.impl;

import java.util.Collection;

import org.eclipse.emf.common.notify.Notification;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EClass;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.eclipse.emf.ecore.util.EDataTypeEList;

import org.nullcline.model.Expectation;
import org.nullcline.model.ExperimentPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Expectation</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.nullcline.model.impl.ExpectationImpl#getId <em>Id</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExpectationImpl#getTitle <em>Title</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExpectationImpl#getSource <em>Source</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExpectationImpl#getOutput <em>Output</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExpectationImpl#getScore <em>Score</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExpectationImpl#getWhere <em>Where</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExpectationImpl#getSummary <em>Summary</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExpectationImpl#getPublished <em>Published</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExpectationImpl#getSpread <em>Spread</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExpectationImpl#getAtLeast <em>At Least</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExpectationImpl#getAtMost <em>At Most</em>}</li>
 *   <li>{@link org.nullcline.model.impl.ExpectationImpl#getNote <em>Note</em>}</li>
 * </ul>
 *
 * @generated
 */
public class ExpectationImpl extends MinimalEObjectImpl.Container implements Expectation {
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
     * The default value of the '{@link #getTitle() <em>Title</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getTitle()
     * @generated
     * @ordered
     */
    protected static final String TITLE_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getTitle() <em>Title</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getTitle()
     * @generated
     * @ordered
     */
    protected String title = TITLE_EDEFAULT;

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
     * The default value of the '{@link #getScore() <em>Score</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getScore()
     * @generated
     * @ordered
     */
    protected static final String SCORE_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getScore() <em>Score</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getScore()
     * @generated
     * @ordered
     */
    protected String score = SCORE_EDEFAULT;

    /**
     * The cached value of the '{@link #getWhere() <em>Where</em>}' attribute list.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getWhere()
     * @generated
     * @ordered
     */
    protected EList<String> where;

    /**
     * The default value of the '{@link #getSummary() <em>Summary</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getSummary()
     * @generated
     * @ordered
     */
    protected static final String SUMMARY_EDEFAULT = "mean";

    /**
     * The cached value of the '{@link #getSummary() <em>Summary</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getSummary()
     * @generated
     * @ordered
     */
    protected String summary = SUMMARY_EDEFAULT;

    /**
     * The default value of the '{@link #getPublished() <em>Published</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getPublished()
     * @generated
     * @ordered
     */
    protected static final Double PUBLISHED_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getPublished() <em>Published</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getPublished()
     * @generated
     * @ordered
     */
    protected Double published = PUBLISHED_EDEFAULT;

    /**
     * The default value of the '{@link #getSpread() <em>Spread</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getSpread()
     * @generated
     * @ordered
     */
    protected static final Double SPREAD_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getSpread() <em>Spread</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getSpread()
     * @generated
     * @ordered
     */
    protected Double spread = SPREAD_EDEFAULT;

    /**
     * The default value of the '{@link #getAtLeast() <em>At Least</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getAtLeast()
     * @generated
     * @ordered
     */
    protected static final Double AT_LEAST_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getAtLeast() <em>At Least</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getAtLeast()
     * @generated
     * @ordered
     */
    protected Double atLeast = AT_LEAST_EDEFAULT;

    /**
     * The default value of the '{@link #getAtMost() <em>At Most</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getAtMost()
     * @generated
     * @ordered
     */
    protected static final Double AT_MOST_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getAtMost() <em>At Most</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getAtMost()
     * @generated
     * @ordered
     */
    protected Double atMost = AT_MOST_EDEFAULT;

    /**
     * The default value of the '{@link #getNote() <em>Note</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getNote()
     * @generated
     * @ordered
     */
    protected static final String NOTE_EDEFAULT = null;

    /**
     * The cached value of the '{@link #getNote() <em>Note</em>}' attribute.
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @see #getNote()
     * @generated
     * @ordered
     */
    protected String note = NOTE_EDEFAULT;

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    protected ExpectationImpl() {
        super();
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    protected EClass eStaticClass() {
        return ExperimentPackage.Literals.EXPECTATION;
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
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPECTATION__ID, oldId, id));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getTitle() {
        return title;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setTitle(String newTitle) {
        String oldTitle = title;
        title = newTitle;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPECTATION__TITLE, oldTitle, title));
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
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPECTATION__SOURCE, oldSource, source));
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
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPECTATION__OUTPUT, oldOutput, output));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getScore() {
        return score;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setScore(String newScore) {
        String oldScore = score;
        score = newScore;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPECTATION__SCORE, oldScore, score));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public EList<String> getWhere() {
        if (where == null) {
            where = new EDataTypeEList<String>(String.class, this, ExperimentPackage.EXPECTATION__WHERE);
        }
        return where;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getSummary() {
        return summary;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setSummary(String newSummary) {
        String oldSummary = summary;
        summary = newSummary;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPECTATION__SUMMARY, oldSummary, summary));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public Double getPublished() {
        return published;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setPublished(Double newPublished) {
        Double oldPublished = published;
        published = newPublished;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPECTATION__PUBLISHED, oldPublished, published));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public Double getSpread() {
        return spread;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setSpread(Double newSpread) {
        Double oldSpread = spread;
        spread = newSpread;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPECTATION__SPREAD, oldSpread, spread));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public Double getAtLeast() {
        return atLeast;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setAtLeast(Double newAtLeast) {
        Double oldAtLeast = atLeast;
        atLeast = newAtLeast;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPECTATION__AT_LEAST, oldAtLeast, atLeast));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public Double getAtMost() {
        return atMost;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setAtMost(Double newAtMost) {
        Double oldAtMost = atMost;
        atMost = newAtMost;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPECTATION__AT_MOST, oldAtMost, atMost));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public String getNote() {
        return note;
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public void setNote(String newNote) {
        String oldNote = note;
        note = newNote;
        if (eNotificationRequired())
            eNotify(new ENotificationImpl(this, Notification.SET, ExperimentPackage.EXPECTATION__NOTE, oldNote, note));
    }

    /**
     * <!-- begin-user-doc -->
     * <!-- end-user-doc -->
     * @generated
     */
    @Override
    public Object eGet(int featureID, boolean resolve, boolean coreType) {
        switch (featureID) {
            case ExperimentPackage.EXPECTATION__ID:
                return getId();
            case ExperimentPackage.EXPECTATION__TITLE:
                return getTitle();
            case ExperimentPackage.EXPECTATION__SOURCE:
                return getSource();
            case ExperimentPackage.EXPECTATION__OUTPUT:
                return getOutput();
            case ExperimentPackage.EXPECTATION__SCORE:
                return getScore();
            case ExperimentPackage.EXPECTATION__WHERE:
                return getWhere();
            case ExperimentPackage.EXPECTATION__SUMMARY:
                return getSummary();
            case ExperimentPackage.EXPECTATION__PUBLISHED:
                return getPublished();
            case ExperimentPackage.EXPECTATION__SPREAD:
                return getSpread();
            case ExperimentPackage.EXPECTATION__AT_LEAST:
                return getAtLeast();
            case ExperimentPackage.EXPECTATION__AT_MOST:
                return getAtMost();
            case ExperimentPackage.EXPECTATION__NOTE:
                return getNote();
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
            case ExperimentPackage.EXPECTATION__ID:
                setId((String)newValue);
                return;
            case ExperimentPackage.EXPECTATION__TITLE:
                setTitle((String)newValue);
                return;
            case ExperimentPackage.EXPECTATION__SOURCE:
                setSource((String)newValue);
                return;
            case ExperimentPackage.EXPECTATION__OUTPUT:
                setOutput((String)newValue);
                return;
            case ExperimentPackage.EXPECTATION__SCORE:
                setScore((String)newValue);
                return;
            case ExperimentPackage.EXPECTATION__WHERE:
                getWhere().clear();
                getWhere().addAll((Collection<? extends String>)newValue);
                return;
            case ExperimentPackage.EXPECTATION__SUMMARY:
                setSummary((String)newValue);
                return;
            case ExperimentPackage.EXPECTATION__PUBLISHED:
                setPublished((Double)newValue);
                return;
            case ExperimentPackage.EXPECTATION__SPREAD:
                setSpread((Double)newValue);
                return;
            case ExperimentPackage.EXPECTATION__AT_LEAST:
                setAtLeast((Double)newValue);
                return;
            case ExperimentPackage.EXPECTATION__AT_MOST:
                setAtMost((Double)newValue);
                return;
            case ExperimentPackage.EXPECTATION__NOTE:
                setNote((String)newValue);
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
            case ExperimentPackage.EXPECTATION__ID:
                setId(ID_EDEFAULT);
                return;
            case ExperimentPackage.EXPECTATION__TITLE:
                setTitle(TITLE_EDEFAULT);
                return;
            case ExperimentPackage.EXPECTATION__SOURCE:
                setSource(SOURCE_EDEFAULT);
                return;
            case ExperimentPackage.EXPECTATION__OUTPUT:
                setOutput(OUTPUT_EDEFAULT);
                return;
            case ExperimentPackage.EXPECTATION__SCORE:
                setScore(SCORE_EDEFAULT);
                return;
            case ExperimentPackage.EXPECTATION__WHERE:
                getWhere().clear();
                return;
            case ExperimentPackage.EXPECTATION__SUMMARY:
                setSummary(SUMMARY_EDEFAULT);
                return;
            case ExperimentPackage.EXPECTATION__PUBLISHED:
                setPublished(PUBLISHED_EDEFAULT);
                return;
            case ExperimentPackage.EXPECTATION__SPREAD:
                setSpread(SPREAD_EDEFAULT);
                return;
            case ExperimentPackage.EXPECTATION__AT_LEAST:
                setAtLeast(AT_LEAST_EDEFAULT);
                return;
            case ExperimentPackage.EXPECTATION__AT_MOST:
                setAtMost(AT_MOST_EDEFAULT);
                return;
            case ExperimentPackage.EXPECTATION__NOTE:
                setNote(NOTE_EDEFAULT);
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
            case ExperimentPackage.EXPECTATION__ID:
                return ID_EDEFAULT == null ? id != null : !ID_EDEFAULT.equals(id);
            case ExperimentPackage.EXPECTATION__TITLE:
                return TITLE_EDEFAULT == null ? title != null : !TITLE_EDEFAULT.equals(title);
            case ExperimentPackage.EXPECTATION__SOURCE:
                return SOURCE_EDEFAULT == null ? source != null : !SOURCE_EDEFAULT.equals(source);
            case ExperimentPackage.EXPECTATION__OUTPUT:
                return OUTPUT_EDEFAULT == null ? output != null : !OUTPUT_EDEFAULT.equals(output);
            case ExperimentPackage.EXPECTATION__SCORE:
                return SCORE_EDEFAULT == null ? score != null : !SCORE_EDEFAULT.equals(score);
            case ExperimentPackage.EXPECTATION__WHERE:
                return where != null && !where.isEmpty();
            case ExperimentPackage.EXPECTATION__SUMMARY:
                return SUMMARY_EDEFAULT == null ? summary != null : !SUMMARY_EDEFAULT.equals(summary);
            case ExperimentPackage.EXPECTATION__PUBLISHED:
                return PUBLISHED_EDEFAULT == null ? published != null : !PUBLISHED_EDEFAULT.equals(published);
            case ExperimentPackage.EXPECTATION__SPREAD:
                return SPREAD_EDEFAULT == null ? spread != null : !SPREAD_EDEFAULT.equals(spread);
            case ExperimentPackage.EXPECTATION__AT_LEAST:
                return AT_LEAST_EDEFAULT == null ? atLeast != null : !AT_LEAST_EDEFAULT.equals(atLeast);
            case ExperimentPackage.EXPECTATION__AT_MOST:
                return AT_MOST_EDEFAULT == null ? atMost != null : !AT_MOST_EDEFAULT.equals(atMost);
            case ExperimentPackage.EXPECTATION__NOTE:
                return NOTE_EDEFAULT == null ? note != null : !NOTE_EDEFAULT.equals(note);
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
        result.append(", title: ");
        result.append(title);
        result.append(", source: ");
        result.append(source);
        result.append(", output: ");
        result.append(output);
        result.append(", score: ");
        result.append(score);
        result.append(", where: ");
        result.append(where);
        result.append(", summary: ");
        result.append(summary);
        result.append(", published: ");
        result.append(published);
        result.append(", spread: ");
        result.append(spread);
        result.append(", atLeast: ");
        result.append(atLeast);
        result.append(", atMost: ");
        result.append(atMost);
        result.append(", note: ");
        result.append(note);
        result.append(')');
        return result.toString();
    }

} //ExpectationImpl
