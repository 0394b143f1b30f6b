using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Two rows under comparison, and what earlier comparators found: contacts count less when the names disagree.</summary>
internal ref struct Pair(int[] a, int[] b, Vocabulary vocabulary)
{
    public readonly int[] A = a;
    public readonly int[] B = b;
    public readonly Vocabulary Vocabulary = vocabulary;

    public int Surname = Comparator.Silent;
    public int GivenName = Comparator.Silent;
    public int BirthDate = Comparator.Silent;

    /// <summary>Whether first name and date are those of one person, so that a shared address, phone or e-mail is more than a shared household.</summary>
    public readonly bool SamePerson =>
        GivenNameComparator.IsStrong(GivenName) ? !BirthDateComparator.IsContrary(BirthDate)
        : GivenNameComparator.IsWeak(GivenName) && BirthDateComparator.IsGood(BirthDate);
}
