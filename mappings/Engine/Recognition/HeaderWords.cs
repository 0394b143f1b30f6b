using System.Collections.Frozen;
using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>Names of columns, French and English, compared without accents, case, spaces and signs: some as a whole, the others by what their words speak of.</summary>
internal static class HeaderWords
{
    /// <summary>Words before or after a whole name that say whose column it is, not what it holds.</summary>
    private static readonly FrozenSet<string> Owners = FrozenSet.ToFrozenSet(
    [
        "USAGER", "CLIENT", "CONTACT", "PERSONNE", "PERSON", "TIERS", "DEMANDEUR", "CITOYEN", "CITIZEN", "GRU", "DCD", "INFO", "PROPERTIES", "USER", "INDIVIDU", "1", "2", "3", "01", "02",
    ]);

    private static readonly FrozenDictionary<string, ColumnMeaning> Meanings = Names
        .SelectMany(entry => entry.Names.Split(' ').Select(name => (name, entry.Meaning)))
        .ToFrozenDictionary(e => e.name, e => e.Meaning);

    public static ColumnMeaning Of(string header) => Read(header, null).Meaning;

    /// <param name="header">Name of a column.</param>
    /// <param name="owner">Words by which the file names whom its rows are about; null where there is none.</param>
    public static HeaderReading Read(string header, FileOwner? owner)
    {
        var own = owner?.Without(header) ?? header;
        var reading = HeaderReading.Of(own);
        return Whole(own) is var known and not ColumnMeaning.Unknown ? reading with { Meaning = known, Strange = false } : reading;
    }

    private static ColumnMeaning Whole(string header)
    {
        var words = HeaderVocabulary.WordsOf(header);
        for (var (start, end) = (0, words.Length); start < end;)
        {
            // "S.N." is not "sn".
            if (string.Concat(words[start..end]) is var name && (name.Length > 2 || end - start == 1) && Meanings.TryGetValue(name, out var meaning))
            {
                return meaning;
            }

            if (Owners.Contains(words[start]))
            {
                start++;
            }
            else if (Owners.Contains(words[end - 1]))
            {
                end--;
            }
            else
            {
                break;
            }
        }

        return ColumnMeaning.Unknown;
    }

    /// <summary>Names that their words alone do not explain.</summary>
    private static (ColumnMeaning Meaning, string Names)[] Names =>
    [
        (ColumnMeaning.RecordKey, "RECID RECORDID ID UNIQUEID UUID GUID KEY CLE IDENTIFIANT ROWID IDENREGISTREMENT NUMEROENREGISTREMENT CONTACTID CODETIERS NUMTIERS NOTIERS NUMEROTIERS SUB CODE NUMERO NUM IDFICHE NUMEROFICHE DOSSIER NUMERODOSSIER IDUSAGER IDPERSONNE PERSONID CLIENTID CUSTOMERID"),
        (ColumnMeaning.ChangedAt, "DATEMAJ MAJ DATEMODIFICATION DATEMODIF MODIFIEDON MODIFIEDAT UPDATEDAT LASTMODIFIED LASTUPDATE MODIFIELE DERNIEREMODIFICATION"),
        (ColumnMeaning.UsageName, "PREFERREDUSERNAME"),
        (ColumnMeaning.FamilyName, "SN SECONDNAME"),
        (ColumnMeaning.FullName, "LIBELLETIERS"),
        (ColumnMeaning.BirthDate, "DATEN BIRTHDT"),
        (ColumnMeaning.BirthYear, "BY"),
        (ColumnMeaning.BirthMonth, "BM"),
        (ColumnMeaning.BirthDay, "BD"),
        (ColumnMeaning.BirthPlace, "NEA NEEA COMMNAISS"),
        (ColumnMeaning.AddressLine, "LINE1"),
        (ColumnMeaning.Complement, "LINE2"),
        (ColumnMeaning.Siret, "SIRET NUMEROSIRET NOSIRET NUMSIRET"),
        (ColumnMeaning.Siren, "SIREN NUMEROSIREN NOSIREN"),
        (ColumnMeaning.OrganisationName, "RAISONSOCIALE ENTREPRISE SOCIETE ORGANISME COMPANY COMPANYNAME ORGANISATION NOMENTREPRISE"),
        (ColumnMeaning.PersonIdentifier, "SOCSECID SSN NATIONALID PERSONALID MATRICULE NUMEROUSAGER NUMUSAGER NOUSAGER NUSAGER CODEUSAGER NUMEROALLOCATAIRE NOALLOCATAIRE PASSPORT NUMEROPASSEPORT IDEXTERNE "
            + "NHSNUMBER NHSNO NHSNUM DNI NIE DNINIE BSN PESEL NUMEROAVS"),
        (ColumnMeaning.Nir, "NUMEROSECURITESOCIALE NUMSS NOSS NUMEROSS SECURITESOCIALE NIRPP INS INSNIR MATRICULEINS NUMEROINSEE NUMINSEE NUMEROSECUSOCIALE"),
    ];
}
