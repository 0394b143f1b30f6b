using System.Globalization;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Host.Web;

/// <summary>A date as people type it: 21/03/1954, 03/1954, 1954, or 1954-03-21.</summary>
public static class TypedDate
{
    /// <returns>Null when it is none of these, or no possible date.</returns>
    public static PartialDate? Parse(string? text)
    {
        var parts = (text ?? "").Trim().Split('/', '.', ' ');
        if (parts.Length == 1)
        {
            return PartialDate.Parse(parts[0]);
        }

        return parts.Length <= 3 && parts.All(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? PartialDate.Parse(string.Join('-', parts.Reverse().Select(p => p.PadLeft(2, '0'))))
            : null;
    }
}
