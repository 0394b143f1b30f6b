using IntegrationHub.Connectors.Sandbox.Town.Facts;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Population;

/// <summary>Makes any family of the town from its index alone, so that nothing needs to be held.</summary>
internal sealed class FamilyMaker(ulong seed, DateOnly today, bool later)
{
    private readonly HeadMaker heads = new(seed, today);
    private readonly HomeMaker homes = new(seed);
    private readonly PersonMaker persons = new(seed, today);

    public Family At(long index)
    {
        var head = heads.At(index);
        var draft = new FamilyDraft(index, head, new Dice(seed, Streams.Family, (ulong)index), today, homes, persons);
        draft.Fill(Kind(draft.Dice, today.Year - head.BirthYear));
        var family = draft.Done();
        return later ? MonthLater.Live(family, new Dice(seed, Streams.Later, (ulong)index), homes) : family;
    }

    private static FamilyKind Kind(Dice dice, int age)
    {
        var unit = dice.Unit();
        return age switch
        {
            < 30 => unit < 0.65 ? FamilyKind.Single : unit < 0.86 ? FamilyKind.Couple : unit < 0.97 ? FamilyKind.CoupleWithChildren : FamilyKind.SingleParent,
            < 55 => unit < 0.2 ? FamilyKind.Single : unit < 0.34 ? FamilyKind.Couple : unit < 0.77 ? FamilyKind.CoupleWithChildren
                : unit < 0.87 ? FamilyKind.SingleParent : FamilyKind.Separated,
            < 65 => unit < 0.28 ? FamilyKind.Single : unit < 0.78 ? FamilyKind.Couple : FamilyKind.CoupleWithChildren,
            _ => unit < 0.4 ? FamilyKind.Single : unit < 0.78 ? FamilyKind.Couple : FamilyKind.Extended,
        };
    }
}
