using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>An attribute group of a citizen, as survivorship sees it.</summary>
internal abstract class SurvivingAttribute(string name)
{
    public string Name => name;

    /// <summary>Whether this citizen says anything here; silence never stands against a value.</summary>
    public abstract bool Said(Citizen citizen);

    /// <summary>The part of a citizen's word that counts even where its identity status keeps the rest out; null when nothing does.</summary>
    public virtual Citizen? Insisted(Citizen citizen) => null;

    /// <summary>Whether two citizens say exactly the same here, spelling and order included.</summary>
    public abstract bool Same(Citizen a, Citizen b);

    /// <summary>Equal for values that mean the same.</summary>
    public abstract string Key(Citizen citizen);

    public abstract int Completeness(Citizen citizen);

    /// <summary>Whether it is written without one small letter, as files of capitals have it.</summary>
    public virtual bool Shouts(Citizen citizen) => false;

    /// <summary>Gives <paramref name="to"/> this group as <paramref name="from"/> has it.</summary>
    public abstract void Copy(CitizenDraft to, Citizen from);

    /// <summary>Gives <paramref name="to"/> what survives of the candidates, best first.</summary>
    public abstract void Settle(CitizenDraft to, IReadOnlyList<Candidate> ranked);

    /// <summary>A citizen that carries this group alone.</summary>
    public Citizen Alone(Citizen from)
    {
        var draft = new CitizenDraft();
        Copy(draft, from);
        return draft.ToCitizen();
    }
}
