using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>An attribute group with one value: the best candidate's.</summary>
internal sealed class SingleAttribute(
    string name,
    Func<Citizen, bool> said,
    Func<Citizen, Citizen, bool> same,
    Func<Citizen, string> key,
    Func<Citizen, int> completeness,
    Action<CitizenDraft, Citizen> copy,
    Func<Citizen, bool>? shouts = null) : SurvivingAttribute(name)
{
    public override bool Said(Citizen citizen) => said(citizen);

    public override bool Same(Citizen a, Citizen b) => same(a, b);

    public override string Key(Citizen citizen) => key(citizen);

    public override int Completeness(Citizen citizen) => completeness(citizen);

    public override bool Shouts(Citizen citizen) => shouts?.Invoke(citizen) == true;

    public override void Copy(CitizenDraft to, Citizen from) => copy(to, from);

    public override void Settle(CitizenDraft to, IReadOnlyList<Candidate> ranked) => copy(to, ranked[0].From);
}
