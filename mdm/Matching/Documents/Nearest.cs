using System.Text;
using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>The valid word a mistyped one was probably meant to be.</summary>
internal static class Nearest
{
    public static string Of(string word, IEnumerable<string> valid) =>
        valid.MinBy(v => Damerau.Distance(Encoding.UTF8.GetBytes(v.ToUpperInvariant()), Encoding.UTF8.GetBytes(word.ToUpperInvariant()))) ?? "";
}
