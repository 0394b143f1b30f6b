using System.Collections.Frozen;
using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>Names of columns, French and English, compared without accents, case, spaces and signs.</summary>
internal static class HeaderWords
{
    private static readonly FrozenDictionary<string, ColumnMeaning> Meanings = Load();

    /// <summary>Words before or after a name that say whose column it is, not what it holds.</summary>
    private static readonly FrozenSet<string> Owners = FrozenSet.ToFrozenSet(
    [
        "USAGER", "CLIENT", "CONTACT", "PERSONNE", "PERSON", "TIERS", "DEMANDEUR", "CITOYEN", "CITIZEN", "GRU", "DCD", "INFO", "PROPERTIES", "USER", "INDIVIDU",
        "ADDRESS1", "C1", "C2", "C3", "1", "2", "3", "01", "02",
    ]);

    public static ColumnMeaning Of(string header)
    {
        var words = Words.Of(Fold.Of(Spaced(header)));
        for (var (start, end) = (0, words.Length); start < end;)
        {
            if (Meanings.TryGetValue(string.Concat(words[start..end]), out var meaning))
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

    /// <summary>"dateNaissance" as "date Naissance".</summary>
    private static string Spaced(string header) =>
        string.Concat(header.Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(header[i - 1]) ? $" {c}" : $"{c}"));

    private static FrozenDictionary<string, ColumnMeaning> Load()
    {
        var meanings = new Dictionary<string, ColumnMeaning>();
        foreach (var (meaning, names) in Names)
        {
            foreach (var name in names.Split(' '))
            {
                meanings.Add(name, meaning);
            }
        }

        return meanings.ToFrozenDictionary();
    }

    private static (ColumnMeaning Meaning, string Names)[] Names =>
    [
        (ColumnMeaning.RecordKey, "RECID RECORDID ID UNIQUEID UUID GUID KEY CLE IDENTIFIANT ROWID IDENREGISTREMENT NUMEROENREGISTREMENT CONTACTID CODETIERS NUMTIERS NOTIERS NUMEROTIERS SUB CODE NUMERO NUM IDFICHE NUMEROFICHE DOSSIER NUMERODOSSIER IDUSAGER IDPERSONNE PERSONID CLIENTID CUSTOMERID"),
        (ColumnMeaning.ChangedAt, "DATEMAJ MAJ DATEMODIFICATION DATEMODIF MODIFIEDON MODIFIEDAT UPDATEDAT LASTMODIFIED LASTUPDATE MODIFIELE DERNIEREMODIFICATION"),
        (ColumnMeaning.BirthName, "NOMNAISSANCE NOMDENAISSANCE NOMPATRONYMIQUE PATRONYME NOMDEJEUNEFILLE NOMJEUNEFILLE BIRTHNAME MAIDENNAME NOMNAISS FAMILYNAMEATBIRTH"),
        (ColumnMeaning.UsageName, "NOMUSAGE NOMDUSAGE NOMUSUEL NOMMARITAL NOMEPOUX NOMEPOUSE USAGENAME MARRIEDNAME PREFERREDUSERNAME NOMDEPOUSE"),
        (ColumnMeaning.FamilyName, "NOM NOMS NOMFAMILLE NOMDEFAMILLE SURNAME LASTNAME FAMILYNAME LNAME SN SECONDNAME"),
        (ColumnMeaning.FullName, "NOMPRENOM NOMPRENOMS NOMETPRENOM NOMETPRENOMS PRENOMNOM PRENOMETNOM NOMCOMPLET FULLNAME NAME DENOMINATION IDENTITE LIBELLETIERS"),
        (ColumnMeaning.GivenNames, "PRENOM PRENOMS GIVENNAME GIVENNAMES GIVENNAMEARRAY FIRSTNAME FIRSTNAMES FORENAME FORENAMES FNAME MIDDLENAME MIDDLENAMES DEUXIEMEPRENOM PRENOMSNAISSANCE PRENOM1 PRENOM2 PRENOM3 LISTEPRENOMS AUTRESPRENOMS"),
        (ColumnMeaning.Sex, "SEXE SEX GENDER GENRE GENDERCODE CODESEXE"),
        (ColumnMeaning.Civility, "CIVILITE CIV TITRE TITLE SALUTATION CIVILITY"),
        (ColumnMeaning.BirthDate, "DATENAISSANCE DATEDENAISSANCE DATENAISS DATNAISS DTNAISSANCE DTNAISS DDN NELE NEELE DOB DATEOFBIRTH BIRTHDATE BIRTHDAY BIRTHDT NAISSANCE DATEN"),
        (ColumnMeaning.BirthYear, "BY ANNEENAISSANCE ANNEEDENAISSANCE BIRTHYEAR YEAROFBIRTH YOB ANNAISS"),
        (ColumnMeaning.BirthMonth, "BM MOISNAISSANCE MOISDENAISSANCE BIRTHMONTH MONTHOFBIRTH"),
        (ColumnMeaning.BirthDay, "BD JOURNAISSANCE JOURDENAISSANCE DAYOFBIRTH"),
        (ColumnMeaning.BirthPlace, "LIEUNAISSANCE LIEUDENAISSANCE COMMUNENAISSANCE COMMUNEDENAISSANCE VILLENAISSANCE VILLEDENAISSANCE BIRTHPLACE PLACEOFBIRTH BIRTHCITY NEA"),
        (ColumnMeaning.BirthCommuneCode, "CODEINSEENAISSANCE CODECOMMUNENAISSANCE INSEENAISSANCE CODELIEUNAISSANCE COMMUNENAISSANCECODE CODEINSEELIEUNAISSANCE COGNAISSANCE"),
        (ColumnMeaning.BirthCountry, "PAYSNAISSANCE PAYSDENAISSANCE CODEPAYSNAISSANCE BIRTHCOUNTRY COUNTRYOFBIRTH"),
        (ColumnMeaning.DeathDate, "DATEDECES DATEDEDECES DEATHDATE DATEOFDEATH DECEDELE"),
        (ColumnMeaning.Email, "EMAIL MAIL COURRIEL EMAILADDRESS EMAILADDRESS1 ADRESSEMAIL ADRESSEEMAIL ADRESSEMEL MEL ADRESSEELECTRONIQUE ADRESSECOURRIEL EMAIL1 EMAIL2"),
        (ColumnMeaning.Phone, "TEL TELEPHONE PHONE PHONENUMBER TELEPHONE1 TELEPHONE2 TELFIXE TELEPHONEFIXE FIXE NUMEROTELEPHONE NUMTEL TELDOMICILE PHONE1 PHONE2 HOMEPHONE TEL1 TEL2"),
        (ColumnMeaning.Mobile, "PORTABLE MOBILE TELPORTABLE TELEPHONEPORTABLE MOBILEPHONE TELMOBILE GSM CELLPHONE TELEPHONEMOBILE"),
        (ColumnMeaning.AddressLine, "ADRESSE ADRESSE1 ADRESSELIGNE1 ADRESSEPOSTALE ADDRESS ADDRESS1 ADDRESSLINE1 STREET STREETADDRESS STREETNAME RUE VOIE LIBELLEVOIE ADRESSEVOIE LINE1 NOMVOIE ADRESSEDOMICILE ADRESSECOMPLETE"),
        (ColumnMeaning.HouseNumber, "STREETNUMBER HOUSENUMBER NUMEROVOIE NUMVOIE NUMERORUE NORUE"),
        (ColumnMeaning.Complement, "COMPLEMENT COMPLEMENTADRESSE ADRESSE2 ADRESSELIGNE2 ADDRESS2 ADDRESSLINE2 BATIMENT RESIDENCE APPARTEMENT LINE2 COMPLEMENTDADRESSE"),
        (ColumnMeaning.PostCode, "CP CODEPOSTAL POSTCODE POSTALCODE ZIP ZIPCODE CODPOST"),
        (ColumnMeaning.City, "VILLE COMMUNE CITY TOWN SUBURB LOCALITE LOCALITY NOMCOMMUNE LIBELLECOMMUNE VILLERESIDENCE"),
        (ColumnMeaning.CommuneCode, "CODEINSEE CODECOMMUNE INSEE CITYCODE CODECOMMUNEINSEE INSEECOMMUNE"),
        (ColumnMeaning.Country, "PAYS COUNTRY CODEPAYS"),
        (ColumnMeaning.Siret, "SIRET NUMEROSIRET NOSIRET NUMSIRET"),
        (ColumnMeaning.Siren, "SIREN NUMEROSIREN NOSIREN"),
        (ColumnMeaning.OrganisationName, "RAISONSOCIALE ENTREPRISE SOCIETE ORGANISME COMPANY COMPANYNAME ORGANISATION NOMENTREPRISE"),
        (ColumnMeaning.PersonIdentifier, "SOCSECID SSN NATIONALID PERSONALID MATRICULE NUMEROUSAGER NUMUSAGER CODEUSAGER NUMEROALLOCATAIRE NOALLOCATAIRE PASSPORT NUMEROPASSEPORT IDEXTERNE"),
        (ColumnMeaning.Nir, "NIR NUMSECU NUMEROSECU NUMEROSECURITESOCIALE NUMSS NOSS NUMEROSS SECURITESOCIALE NIRPP INS INSNIR MATRICULEINS NUMEROINSEE NUMINSEE NUMEROSECUSOCIALE"),
    ];
}
